import { cx } from "./cx";

/** A turning ring. Say in words beside it what is going on; it is hidden from screen readers. */
export function Spinner({ className }: { className?: string }) {
	return (
		<svg aria-hidden="true" viewBox="0 0 16 16" fill="none" className={cx("size-4 animate-spin", className)}>
			<circle cx="8" cy="8" r="6" stroke="currentColor" strokeOpacity="0.22" strokeWidth="2" />
			<path d="M14 8a6 6 0 0 0-6-6" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
		</svg>
	);
}
