/** A file as it stands while Monaco is loading: readable at once, with Monaco's own measures so that nothing jumps. */
export function PlainText({ path, text }: { path: string; text: string }) {
	return (
		<section
			aria-label={`${path}, the editor is loading`}
			aria-busy="true"
			// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
			tabIndex={0}
			className="size-full overflow-auto bg-surface"
		>
			<pre className="py-2.5 pl-[4.25rem] font-mono text-[13px] text-ink leading-5">
				{text.slice(0, 20_000)}
			</pre>
		</section>
	);
}
