import type { ReactNode } from "react";
import type { ShownCode } from "@/lib/quiz/types";

/** Code of a question. Its HTML was made from the question's text when the playground was built. */
export function CodeLines({ code }: { code: ShownCode }) {
	return (
		<CodeFrame title={code.title}>
			<pre
				// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
				tabIndex={0}
				className="shiki overflow-x-auto px-4 py-3 text-[0.8125rem] leading-6 focus-visible:-outline-offset-2"
			>
				<code>
					{code.lines.map((line, index) => (
						<span key={index} className="block min-w-max">
							<Line html={line.html} />
						</span>
					))}
				</code>
			</pre>
		</CodeFrame>
	);
}

export function CodeFrame({ title, children }: { title: string | null; children: ReactNode }) {
	return (
		<div className="min-w-0 overflow-hidden rounded-lg border border-border bg-surface">
			{title !== null && (
				<p className="border-border border-b px-4 py-2 font-mono text-ink-muted text-xs">{title}</p>
			)}
			{children}
		</div>
	);
}

export function Line({ html }: { html: string }) {
	// biome-ignore lint/security/noDangerouslySetInnerHtml: escaped by the generator, from files of this repository
	return html === "" ? " " : <span dangerouslySetInnerHTML={{ __html: html }} />;
}
