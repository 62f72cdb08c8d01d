import { seededRandom } from "@/scripts/random";
import { count, seconds } from "@/scripts/words";
import { CANARIES } from "./canaries";
import type { Fault } from "./fault";
import { browserFaults } from "./faults/browser";
import { codeFaults } from "./faults/code";
import { processFaults } from "./faults/processes";
import { suffer, type Verdict } from "./judge";
import { keptEvents } from "./kept";
import { drawn } from "./order";
import { World } from "./world";

export const FAULTS: Fault[] = [...processFaults, ...codeFaults, ...browserFaults];

export interface ChaosOptions {
	/** How many faults; `null`: each of the short form once. */
	faults: number | null;
	seed: number;
	/** Only these. */
	only: readonly string[];
	/** See {@link World.open}; more than 1 where the computer has other work to do. */
	patience: number;
	/** Whether what was not survived is tried once more, and told of: a loaded machine must not stop a change. */
	secondLook?: boolean;
	say: (line: string) => void;
	signal: AbortSignal;
}

export interface ChaosReport {
	verdicts: Verdict[];
	/** What could not be tried here, with the reason. */
	untried: string[];
	/** Canaries that were not seen, with what was said instead; empty where the judge can be believed. */
	unseen: string[];
	canaries: number;
}

/** Lets one fault after the other happen to one learner, in an order that the seed decides. */
export async function runChaos({
	faults,
	seed,
	only,
	patience,
	secondLook = false,
	say,
	signal,
}: ChaosOptions): Promise<ChaosReport> {
	const world = await World.open(patience);
	const abort = () => void world.close();
	signal.addEventListener("abort", abort, { once: true });
	const verdicts: Verdict[] = [];
	const untried: string[] = [];
	const unseen: string[] = [];
	try {
		const all = FAULTS.filter(({ id, long }) =>
			only.length > 0 ? only.includes(id) : faults !== null || !long,
		);
		const fit: Fault[] = [];
		for (const fault of all) {
			const reason = (await fault.unfit?.(world)) ?? null;
			if (reason === null) fit.push(fault);
			else untried.push(`${fault.id}: ${reason}`);
		}
		await world.shows(await world.typeHeading(), 90_000);
		await world.makeProgress();
		const order = drawn(fit, faults ?? fit.length, seededRandom(seed));
		for (const [index, fault] of order.entries()) {
			signal.throwIfAborted();
			const look = async () => {
				const started = performance.now();
				const verdict = await suffer(fault, world, await keptEvents(world.page));
				say(line(verdict, index + 1, order.length, performance.now() - started));
				// The next fault shall not be blamed for this one.
				if (verdict.breaches.length > 0) await world.startOver();
				return verdict;
			};
			const first = await look();
			// Bytes that were lost are not found again by losing none the next time.
			const again = secondLook && first.breaches.length > 0 && first.bytesLost === 0;
			const verdict = again ? await look() : first;
			if (again && verdict.breaches.length === 0)
				say(`UNSTEADY: ${fault.id} was survived at the second look only.`);
			verdicts.push(verdict);
		}
		for (const canary of CANARIES) {
			signal.throwIfAborted();
			const { breaches } = await suffer(canary, world, []);
			await canary.end?.(world);
			const seen = breaches.some((breach) => canary.breach.test(breach));
			say(`  ${seen ? "✓" : "✗"} ${canary.id} was ${seen ? "" : "not "}seen`);
			if (!seen) unseen.push(`${canary.id}: ${breaches.join(" ") || "survived"}`);
		}
	} finally {
		signal.removeEventListener("abort", abort);
		await world.close();
	}
	return { verdicts, untried, unseen, canaries: CANARIES.length };
}

function line({ fault, breaches, usableAfterMs }: Verdict, n: number, of: number, ms: number): string {
	const usable = usableAfterMs === null ? "" : `, usable after ${seconds(usableAfterMs)}`;
	const head = `  ${breaches.length === 0 ? "✓" : "✗"} ${n}/${of} ${fault} (${seconds(ms)}${usable})`;
	return [head, ...breaches.map((breach) => `      ${breach}`)].join("\n");
}

/** Faults tried, survived and bytes lost, by fault and in all. */
export function describeChaos({ verdicts, untried, unseen }: ChaosReport, seed: number): string {
	const rows = FAULTS.flatMap(({ id, what }) => {
		const own = verdicts.filter(({ fault }) => fault === id);
		if (own.length === 0) return [];
		const times = own.flatMap(({ usableAfterMs }) => (usableAfterMs === null ? [] : [usableAfterMs]));
		const slowest = times.length === 0 ? "" : seconds(Math.max(...times));
		return [
			`  ${what.padEnd(78)} ${String(own.length).padStart(5)} ${String(survivedOf(own)).padStart(8)} ${slowest.padStart(8)}`,
		];
	});
	return [
		`  ${"fault".padEnd(78)} ${"tried".padStart(5)} ${"survived".padStart(8)} ${"slowest".padStart(8)}`,
		...rows,
		...untried.map((reason) => `  not tried: ${reason}`),
		...unseen.map((canary) => `  not seen: ${canary}`),
		`${count(verdicts.length, "fault")} tried, ${survivedOf(verdicts)} survived, ${bytesLostOf(verdicts)} bytes lost; seed ${seed}.`,
	].join("\n");
}

export function survivedOf(verdicts: Verdict[]): number {
	return verdicts.filter(({ breaches }) => breaches.length === 0).length;
}

export function bytesLostOf(verdicts: Verdict[]): number {
	return verdicts.reduce((sum, { bytesLost }) => sum + bytesLost, 0);
}
