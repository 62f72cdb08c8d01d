import type { Fault } from "./fault";
import { keptEvents } from "./kept";
import { leftoversIn } from "./processes";
import { until } from "./until";
import type { World } from "./world";

export interface Verdict {
	fault: string;
	/** What did not hold, in words; empty where the fault was survived. */
	breaches: string[];
	/** Bytes of what was typed that the browser does not have, or has otherwise. */
	bytesLost: number;
	/** Milliseconds from the end of the cause until an edit was seen in the preview; `null`: not in time. */
	usableAfterMs: number | null;
}

/** Lets the fault happen, and says what it did to the learner. Never throws. */
export async function suffer(fault: Fault, world: World, eventsBefore: string[]): Promise<Verdict> {
	const breaches: string[] = [];
	const attempt = async <T>(work: () => Promise<T>): Promise<T | null> => {
		try {
			return await work();
		} catch (error) {
			breaches.push(firstLines(error));
			return null;
		}
	};
	await attempt(() => world.forgetSaid());
	await attempt(() => fault.run(world));
	const ended = performance.now();
	const usableAfterMs = await attempt(async () => {
		const heading = await world.typeHeading();
		await world.shows(heading, Math.max(1, world.usableMs - (performance.now() - ended)));
		return performance.now() - ended;
	});
	const said = (await attempt(() => world.said())) ?? [];
	if (usableAfterMs === null) breaches.push(`The light said ${JSON.stringify(said)}.`);
	if (fault.says && !said.some((words) => fault.says?.test(words)))
		breaches.push(`The light said ${JSON.stringify(said)}, and nothing like ${fault.says}.`);
	let bytesLost = 0;
	await attempt(() =>
		until("the browser keeps what was typed", world.usableMs, async () => {
			bytesLost = await world.bytesLost();
			return bytesLost === 0;
		}),
	);
	await attempt(async () => {
		const events = new Set(await keptEvents(world.page));
		const gone = eventsBefore.filter((event) => !events.has(event));
		if (gone.length > 0) throw new Error(`${gone.length} events of the learner's progress are gone.`);
	});
	await attempt(() => untilClean(world));
	return { fault: fault.id, breaches, bytesLost, usableAfterMs };
}

/** Resolves once nothing is left that nobody uses any more. */
async function untilClean(world: World): Promise<void> {
	const look = () => leftoversIn(world.folder, world.machines, world.product.pid);
	try {
		await until("nothing is left behind", 10_000, async () => {
			const { folders, processes } = await look();
			return folders.length === 0 && processes.length === 0;
		});
	} catch {
		const { folders, processes } = await look();
		throw new Error(`Left behind: ${[...folders, ...processes].join(", ")}`);
	}
}

function firstLines(error: unknown): string {
	const text = error instanceof Error ? error.message : String(error);
	return text.split("\n").slice(0, 3).join(" ");
}
