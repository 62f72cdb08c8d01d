/** The product's mark: a request that goes out and an answer that comes back. */
export function Mark({ className }: { className?: string }) {
	return (
		<svg aria-hidden="true" viewBox="0 0 24 24" fill="none" className={className}>
			<rect width="24" height="24" rx="6" fill="var(--accent)" />
			<path
				d="M6 9.25h10.5M13.5 6.25l3 3-3 3M18 14.75H7.5M10.5 17.75l-3-3 3-3"
				stroke="var(--accent-ink)"
				strokeWidth="1.6"
				strokeLinecap="round"
				strokeLinejoin="round"
			/>
		</svg>
	);
}
