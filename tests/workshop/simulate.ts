import { setTimeout as delay } from "node:timers/promises";
import {
	type CreatedRoom,
	hubPaths,
	type InstructorView,
	newSecret,
	type RoomCommand,
	type RoomFact,
} from "@/lib/workshop/contract";
import { call, type HubFetch, LearnerClient, Refused, Watcher } from "./hub-client";

export const SIMULATED_CHECK = { lesson: "forms/zod", check: "stores" };
const AGENDA = [
	{ lesson: "forms/zod", title: "Forms", minutes: 30, checks: [{ id: "stores", title: "It is stored" }] },
];
const ATTEMPT_MS = 10_000;

/** A room, its instructor, and a class whose members work, lose their network and come back. */
export class Simulation {
	learners: SimulatedLearner[] = [];
	board = new Watcher<"instructor">(false);
	/** Milliseconds from an event in the browser to its change on the board. */
	latencies: number[] = [];
	private readonly shown = new Map<string, number>();

	private constructor(
		readonly hub: HubFetch,
		readonly room: CreatedRoom,
	) {}

	/** `hub` may lead to another server from one call to the next. */
	static async open(hub: HubFetch): Promise<Simulation> {
		const body = { title: "Simulated", agenda: AGENDA };
		const simulation = new Simulation(hub, await call<CreatedRoom>(hub, "POST", hubPaths.rooms, { body }));
		await simulation.openBoard();
		return simulation;
	}

	async openBoard(): Promise<void> {
		this.board.close();
		this.board = new Watcher<"instructor">(false);
		this.board.onMessage = () => this.measure();
		await this.board.open(this.hub, hubPaths.stream(this.room.code), this.room.instructorKey);
	}

	async join(count: number): Promise<void> {
		for (let at = 0; at < count; at += 25) {
			const some = Array.from({ length: Math.min(25, count - at) }, () =>
				new SimulatedLearner(this.hub, this.room.code).start(),
			);
			this.learners.push(...(await Promise.all(some)));
		}
	}

	command(command: RoomCommand, id = newSecret()): Promise<{ version: number }> {
		return call(this.hub, "POST", hubPaths.commands(this.room.code), {
			secret: this.room.instructorKey,
			body: { id, command },
		});
	}

	/** Everyone runs a check every `everyMs`, one after the other within that time, for `forMs`. */
	async work(forMs: number, everyMs: number): Promise<void> {
		const end = performance.now() + forMs;
		const each = this.learners.map(async (learner, index) => {
			await delay((everyMs * index) / this.learners.length);
			for (let run = 0; performance.now() < end; run++) {
				learner.runCheck(run % 4 === 3 ? "pass" : "fail");
				await delay(everyMs);
			}
		});
		await Promise.all(each);
	}

	/** Resolves once every outbox is empty and the board shows all of it. */
	async settle(timeoutMs = 60_000): Promise<InstructorView> {
		const until = performance.now() + timeoutMs;
		while (this.learners.some(({ outbox }) => outbox.length > 0)) {
			if (performance.now() > until) throw new Error("Outboxes did not empty.");
			for (const learner of this.learners) void learner.send();
			await delay(100);
		}
		return this.board.until(
			"the board to show every run",
			(view) => this.learners.every((learner) => runsOf(view, learner.id) === learner.made.length),
			timeoutMs,
		);
	}

	private measure(): void {
		const now = performance.now();
		for (const learner of this.learners) {
			const runs = this.board.view ? runsOf(this.board.view, learner.id) : 0;
			for (let run = this.shown.get(learner.id) ?? 0; run < runs; run++) {
				const made = learner.made[run];
				if (made !== undefined) this.latencies.push(now - made);
			}
			this.shown.set(learner.id, runs);
		}
	}

	close(): void {
		this.board.close();
		for (const learner of this.learners) learner.stop();
	}
}

function runsOf(view: InstructorView, learner: string): number {
	const { lesson, check } = SIMULATED_CHECK;
	return view.learners[learner]?.lessons[lesson]?.checks[check]?.runs ?? 0;
}

/** A browser with an outbox. */
export class SimulatedLearner extends LearnerClient {
	/** Events that no answer has settled yet. */
	outbox: object[] = [];
	/** When each run of the check was made. */
	made: number[] = [];
	passes = 0;
	refused: string[] = [];
	stream: Watcher<"learner"> | null = null;
	/** Bytes of streams that are over. */
	private read = 0;
	private sending = false;
	private online = true;

	async start(): Promise<this> {
		await this.join();
		this.stream = await this.watch(undefined, false);
		return this;
	}

	get bytes(): number {
		return this.read + (this.stream?.bytes ?? 0);
	}

	runCheck(verdict: "pass" | "fail"): void {
		this.made.push(performance.now());
		if (verdict === "pass") this.passes += 1;
		this.say({ ...SIMULATED_CHECK, type: "check-run", verdict, sourceHash: "abc" });
	}

	say(fact: RoomFact): void {
		this.outbox.push(this.number(fact));
		void this.send();
	}

	/** Sends what is in the outbox; what fails stays in it. */
	async send(): Promise<void> {
		if (this.sending || !this.online) return;
		this.sending = true;
		try {
			while (this.outbox.length > 0 && this.online) {
				const batch = this.outbox.slice(0, 100);
				const { refused } = await within(ATTEMPT_MS, this.post(batch));
				this.refused.push(...refused.map(({ code }) => code));
				this.outbox = this.outbox.slice(batch.length);
			}
		} catch (error) {
			if (error instanceof Refused && error.value.code === "bad-request") throw error;
		} finally {
			this.sending = false;
		}
	}

	/** Loses the network: the stream ends, nothing is sent, what was under way may or may not have arrived. */
	drop(): void {
		this.online = false;
		this.stream?.close();
	}

	async comeBack(): Promise<void> {
		this.online = true;
		this.read += this.stream?.bytes ?? 0;
		this.stream = await this.watch(this.stream?.lastId ?? undefined, false);
		// A patch lies over what was there.
		void this.send();
	}

	stop(): void {
		this.online = false;
		this.stream?.close();
	}
}

async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
	const timer = new AbortController();
	try {
		return await Promise.race([
			promise,
			delay(ms, undefined, { signal: timer.signal }).then(() => {
				throw new Error(`No answer within ${ms} ms.`);
			}),
		]);
	} finally {
		timer.abort();
	}
}

export interface Disturbance {
	learners: number;
	everyMs: number;
	/** How long a third is without a network. */
	dropMs: number;
	/** Ends the server and starts it again. */
	restart: () => Promise<void>;
}

/**
 * A class at work: 30 % lose their network, the server is restarted once meanwhile, a poll is closed before they are
 * back. Throws unless no run was lost or counted twice, no vote was counted twice, and the closed vote stayed closed.
 */
export async function disturb(
	simulation: Simulation,
	{ learners, everyMs, dropMs, restart }: Disturbance,
): Promise<string> {
	await simulation.join(learners);
	const poll = "poll-of-the-class";
	const question = { question: "forms/zod#why", of: "choice", size: 4 } as const;
	await simulation.command({ type: "poll-open", ...question, twoVotes: false }, poll);
	const dropped = simulation.learners.filter((_, index) => index % 10 < 3);
	const kept = simulation.learners.filter((learner) => !dropped.includes(learner));
	const vote = (option: number): RoomFact => ({
		type: "voted",
		poll,
		round: 1,
		answer: { of: "choice", chosen: [option] },
	});
	const working = simulation.work(everyMs * 2 + dropMs + everyMs * 2, everyMs);
	working.catch(() => {});
	// Everyone votes, and changes their mind; the same request arrives twice.
	for (const learner of kept) {
		const events = [learner.number(vote(0)), learner.number(vote(1))];
		learner.outbox.push(...events);
		void learner.post(events).catch(() => {});
		void learner.send();
	}
	await delay(everyMs);
	for (const learner of dropped) learner.drop();
	// Voted without a network.
	for (const learner of dropped) learner.say(vote(2));
	while (kept.some(({ outbox }) => outbox.length > 5)) await delay(20);
	await delay(dropMs / 3);
	await restart();
	simulation.board.close();
	await simulation.openBoard();
	await until("votes of those who are there", () => votersOf(simulation) === kept.length);
	await simulation.command({ type: "poll-close", poll });
	await delay(dropMs / 3);
	await Promise.all(simulation.learners.map((learner) => learner.comeBack()));
	await working;
	const view = await simulation.settle();
	const runs = simulation.learners.reduce((sum, { made }) => sum + made.length, 0);
	for (const learner of simulation.learners) {
		const cell = view.learners[learner.id]?.lessons[SIMULATED_CHECK.lesson]?.checks[SIMULATED_CHECK.check];
		if (learner.passes > 0 && cell?.passedAt === undefined) throw new Error("A pass was lost.");
		if (cell?.runs !== learner.made.length) throw new Error("A run was lost, or counted twice.");
	}
	const counts = view.poll?.tallies.first;
	if (view.poll?.phase !== "closed") throw new Error("The poll is not closed any more.");
	const expected = JSON.stringify([0, kept.length, 0, 0]);
	if (counts?.of !== "choice" || JSON.stringify(counts.counts) !== expected)
		throw new Error(`Votes are ${JSON.stringify(counts)} instead of ${expected}.`);
	const late = dropped.flatMap(({ refused }) => refused);
	if (late.length !== dropped.length || late.some((code) => code !== "poll-closed"))
		throw new Error("A vote that came too late was not refused.");
	return `${learners} learners, ${dropped.length} of them dropped for ${dropMs} ms, one restart: ${runs} runs, ${kept.length} votes, none lost, none twice.`;
}

function votersOf({ board }: Simulation): number {
	return board.view?.poll?.voters.first ?? 0;
}

async function until(what: string, test: () => boolean, timeoutMs = 60_000): Promise<void> {
	const end = performance.now() + timeoutMs;
	while (!test()) {
		if (performance.now() > end) throw new Error(`Waited ${timeoutMs} ms for ${what}.`);
		await delay(20);
	}
}
