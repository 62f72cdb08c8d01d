/** One figure: the playground's samples, and those of the bare `next dev` where there is something to compare. */
export interface Figure {
	what: string;
	/** Milliseconds. */
	playground: number[];
	bare: number[] | null;
	/** Largest ratio, or largest milliseconds where there is nothing to compare. */
	aim: number;
}

export function median(samples: number[]): number {
	if (samples.length === 0) throw new Error("There is no median of nothing.");
	const sorted = [...samples].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

const ms = (n: number) => `${Math.round(n)} ms`;

/** A Markdown table of all figures, ratios first. */
export function figuresTable(figures: Figure[]): string {
	const rows = figures.map(({ what, playground, bare, aim }) => {
		const own = median(playground);
		const samples = `${list(playground)}${bare ? ` / ${list(bare)}` : ""}`;
		if (!bare) return [what, `**${ms(own)}**`, `≤ ${aim} ms`, ms(own), "–", samples];
		const ratio = own / median(bare);
		return [what, `**${ratio.toFixed(2)}**`, `≤ ${aim}`, ms(own), ms(median(bare)), samples];
	});
	const head = ["", "Figure", "Aim", "Playground", "Bare `next dev`", "Samples (ms)"];
	return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function list(samples: number[]): string {
	return samples.map((sample) => Math.round(sample)).join(", ");
}

export function performanceDocument(figures: Figure[], surroundings: string): string {
	return `# Performance

Made by \`npm run bench\`: medians, each ratio from one run on one computer (${surroundings}). The times mean little
elsewhere, the ratios more. Nothing in the tests depends on them.

${figuresTable(figures)}

- **Open**: from the visit of a lesson's address, with a warm spare sandbox, until the app in the preview is hydrated;
  against \`next dev\` of the same app from a cold start until its page is hydrated.
- **Switch**: from the click on another lesson until its app is painted; against stopping \`next dev\`, exchanging the
  files and starting it again.
- **Keystroke**: from the key in the editor until the preview's document has changed; against writing the file below
  \`next dev\`.
- **Checks**: all checks of the lesson over its solution in a warm sandbox, the checks' own time.
`;
}
