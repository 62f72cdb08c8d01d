import type { SnapshotManifest } from "@/lib/sandbox/machines/webcontainer/manifest";
import { BUDGET } from "../snapshot/budget";

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

/** A Markdown table of all figures, ratios first. @param baseline what the ratios compare with */
export function figuresTable(figures: Figure[], baseline = "Bare `next dev`"): string {
	const rows = figures.map(({ what, playground, bare, aim }) => {
		const own = median(playground);
		const samples = `${list(playground)}${bare ? ` / ${list(bare)}` : ""}`;
		if (!bare) return [what, `**${ms(own)}**`, `≤ ${aim} ms`, ms(own), "–", samples];
		const ratio = own / median(bare);
		return [what, `**${ratio.toFixed(2)}**`, `≤ ${aim}`, ms(own), ms(median(bare)), samples];
	});
	const head = ["", "Figure", "Aim", "Playground", baseline, "Samples (ms)"];
	return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function list(samples: number[]): string {
	return samples.map((sample) => Math.round(sample)).join(", ");
}

/** What the snapshot for WebContainers weighs, as a Markdown table. */
export function snapshotTable({ compressedBytes, bytes, files }: SnapshotManifest): string {
	const mb = (n: number) => `${(n / 1e6).toFixed(2)} MB`;
	const rows = [
		["Snapshot, compressed", `**${mb(compressedBytes)}**`, `≤ ${mb(BUDGET.compressedBytes)}`],
		["Snapshot, as mounted", `**${mb(bytes)}**`, `≤ ${mb(BUDGET.bytes)}`],
		["Files", `**${files}**`, `≤ ${BUDGET.files}`],
	];
	const head = ["", "Figure", "Budget"];
	return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

export const WEBPACK_BASELINE = "Bare `next dev --webpack`";

export function performanceDocument(
	figures: Figure[],
	browser: { figures: Figure[]; snapshot: SnapshotManifest },
	surroundings: string,
): string {
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
- **Action call**: a form post to an action, answer read, with the recorder that the inspector shows; against the same app
  without it, in turn.

## In the browser

The machine "webcontainer" on the loopback host of the tests: real Node.js processes under the conditions of a
WebContainer, with the snapshot's compiler in wasm. A browser is slower than that; the ratios show what the conditions cost.

${figuresTable(browser.figures, WEBPACK_BASELINE)}

${snapshotTable(browser.snapshot)}

- **Boot to first page**: from the boot, with the download of the snapshot, until the app's first page is answered; against
  \`next dev --webpack\` of the same app, with its native compiler, from a cold start until that page is answered.
- **Edit to preview**: from the write of a page until it is answered with the new text, of both.
`;
}
