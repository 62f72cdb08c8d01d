/** Text of a question: what stands in backticks is shown as code. */
export function Rich({ text }: { text: string }) {
	return text.split(/`([^`]+)`/).map((part, index) =>
		index % 2 === 1 ? (
			<code key={index} className="rounded-sm bg-surface-2 px-1 py-px text-[0.88em] [overflow-wrap:anywhere]">
				{part}
			</code>
		) : (
			part
		),
	);
}

/** Text in paragraphs, separated by empty lines. */
export function RichParagraphs({ text }: { text: string }) {
	return (
		<div className="grid gap-2.5">
			{text.split(/\n\s*\n/).map((paragraph, index) => (
				<p key={index}>
					<Rich text={paragraph} />
				</p>
			))}
		</div>
	);
}
