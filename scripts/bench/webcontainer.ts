import type { SnapshotManifest } from "@/lib/sandbox/machines/webcontainer/manifest";
import type { Runner } from "@/lib/sandbox/runner";
import { openContainerApp } from "@/tests/conformance/webcontainer-host/app";
import { ROOT } from "../root";
import { BareApp } from "./bare-app";
import { untilTrue } from "./watch-page";

/** A page of the app whose text says which edit it is of. */
const PAGE = "app/page.tsx";
const pageText = (word: string) => `export default function Page() {
	return <h1>{${JSON.stringify(word)}}</h1>;
}
`;

export interface AppFigures {
	/** Milliseconds from nothing until the first page is answered. */
	firstPage: number;
	/** Milliseconds from a write until the page has it, one for each edit. */
	edits: number[];
}

/** The same app and edits below a plain `next dev --webpack`. */
export async function measureBareWebpack(edits: number): Promise<AppFigures> {
	const app = await BareApp.create("bare-webpack", { [PAGE]: pageText("first") });
	const answer = () => fetch(app.url).then((response) => response.text());
	const shown = (word: string) =>
		untilTrue(
			async () => isOf(await answer().catch(() => ""), word),
			`the text "${word}" in the bare app's page`,
		);
	try {
		const began = performance.now();
		await app.start(["--webpack"]);
		await shown("first");
		const figures: AppFigures = { firstPage: performance.now() - began, edits: [] };
		for (let edit = 1; edit <= edits; edit++) {
			const written = performance.now();
			await app.write(PAGE, pageText(`edit ${edit}`));
			await shown(`edit ${edit}`);
			figures.edits.push(performance.now() - written);
		}
		return figures;
	} finally {
		await app.delete();
	}
}

const isOf = (html: string, word: string) => html.includes(`<h1>${word}</h1>`);

/** The app of the snapshot in a WebContainer of the loopback host, from the boot on, with some edits. */
export async function measureWebContainer(manifest: SnapshotManifest, edits: number): Promise<AppFigures> {
	const files = { [PAGE]: pageText("first") };
	const app = await openContainerApp({ root: ROOT, snapshot: manifest, files });
	try {
		const { runner, startMs } = app;
		const began = performance.now();
		await shows(runner, "first");
		const figures: AppFigures = { firstPage: startMs + performance.now() - began, edits: [] };
		for (let edit = 1; edit <= edits; edit++) {
			const written = performance.now();
			await runner.apply({ write: { [PAGE]: pageText(`edit ${edit}`) }, remove: [] });
			await shows(runner, `edit ${edit}`);
			figures.edits.push(performance.now() - written);
		}
		return figures;
	} finally {
		await app.close();
	}
}

async function shows(runner: Runner, word: string): Promise<void> {
	await untilTrue(async () => {
		const { status, body } = await runner.request({ method: "GET", path: "/", timeoutMs: 120_000 });
		const html = Buffer.from(body, "base64").toString("utf8");
		if (status >= 500) throw new Error(`The app answered ${status}: ${html.slice(0, 2_000)}`);
		return isOf(html, word);
	}, `the text "${word}" in the app's page`);
}
