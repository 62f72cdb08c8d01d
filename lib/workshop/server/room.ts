import { type HubError, hubError, isHubError, type RoomView } from "../contract";
import type { Entry } from "../entries";
import { apply } from "../fold";
import { emptyState, type RoomState } from "../state";
import { RoomViews } from "../views";
import { effectOf } from "./effects";
import { RoomPresence } from "./presence";
import { type Receiver, Resumables, type Watching } from "./receivers";
import type { NewEntry, RoomRow, RoomStore, RoomWriter } from "./store";

/** Receivers are sent to at most this often. */
export const FLUSH_MS = 250;
const MAX_OFFSETS = 20_000;
/** Waits for what comes at the same time. */
const GATHER_MS = 20;

/** A turn at the room's log: `state` is what all instances wrote so far, and nobody else writes meanwhile. */
export interface Turn {
	readonly state: RoomState;
	/** Adds to the log. What was decided before is in `state` at once. */
	take(entry: NewEntry): void;
	/** Written with the entries, in one transaction. */
	also(effect: (writer: RoomWriter) => Promise<void>): void;
}

interface Job {
	plan: (turn: Turn) => unknown;
	resolve: (result: unknown) => void;
	reject: (error: unknown) => void;
}

type Step = { entry: NewEntry } | { effect: (writer: RoomWriter) => Promise<void> };

/** Somebody with a secret of their own. */
export interface Member {
	role: "learner" | "helper";
	id: string;
}

/** One room in the memory of this instance: folded from the store, and written to by turns. */
export class Room {
	readonly state: RoomState = emptyState();
	readonly presence = new RoomPresence();
	readonly views: RoomViews;
	readonly receivers = new Set<Receiver>();
	readonly resumables = new Resumables();
	/** Members by the hashes of their secrets, as far as they were asked for. */
	readonly members = new Map<string, Member>();
	/** Up to which change of secrets `row` is known to be right. */
	rowVersion: number;
	/** When somebody last asked for something. */
	usedAt = Date.now();
	private readonly offsets = new Map<string, number>();
	private jobs: Job[] = [];
	private working: Promise<void> | null = null;
	/** What is being written may yet fail: until it is kept, nobody is shown anything. */
	private writing = false;
	private flushDue = false;
	private flushTimer: NodeJS.Timeout | null = null;
	private flushedAt = 0;
	private over: HubError | null = null;

	private constructor(
		public row: RoomRow,
		private readonly store: RoomStore,
		/** The room can no longer be trusted to say what the store says; it is loaded again when it is needed. */
		private readonly discard: () => void,
	) {
		this.rowVersion = 0;
		this.views = new RoomViews(row.code, this.state, this.presence);
	}

	static async load(row: RoomRow, store: RoomStore, discard: () => void): Promise<Room> {
		const room = new Room(row, store, discard);
		for await (const entry of store.readEntries(row.id)) apply(room.state, entry);
		// The row was read before the log.
		room.rowVersion = Math.min(room.state.secretsVersion, row.version);
		return room;
	}

	/**
	 * Runs `plan` when it is its turn, and resolves with what it gave once everything it took is stored. Turns that wait
	 * are written together.
	 * @throws HubError what `plan` threw, `no-room` or `no-store`; nothing of the turn was kept
	 */
	turn<T>(plan: (turn: Turn) => T): Promise<T> {
		if (this.over) return Promise.reject(this.over);
		return new Promise<T>((resolve, reject) => {
			this.jobs.push({ plan, resolve: resolve as (result: unknown) => void, reject });
			this.working ??= this.work().finally(() => {
				this.working = null;
			});
		});
	}

	/** Reads what other instances wrote. */
	async catchUp(version: number): Promise<void> {
		if (version > this.state.version) await this.turn(() => {}).catch(() => {});
	}

	private async work(): Promise<void> {
		while (this.jobs.length > 0) {
			const jobs = this.jobs.splice(0);
			let outcomes: (() => void)[] = [];
			this.writing = true;
			try {
				const done = await this.store.write(this.row.id, async (writer) => {
					if (writer.version > this.state.version) {
						for await (const entry of writer.readEntries(this.state.version)) apply(this.state, entry);
					}
					const steps: Step[] = [];
					outcomes = jobs.map((job) => this.run(job, writer.version, steps));
					await execute(steps, writer);
				});
				if (done === null) this.end("no-room", "The instructor deleted this room.");
				else for (const settle of outcomes) settle();
				if (done === null && this.over) for (const { reject } of jobs) reject(this.over);
				this.writing = false;
				if (this.flushDue) this.flush();
				else this.scheduleFlush();
			} catch (cause) {
				this.writing = false;
				console.error("Workshops: a room could not be written:", cause);
				const error = hubError(
					"no-store",
					"The workshop’s store did not take this. What you did is kept in your browser and sent again.",
				);
				for (const { reject } of [...jobs, ...this.jobs.splice(0)]) reject(error);
				this.drop(error);
			}
		}
	}

	private run(job: Job, before: number, steps: Step[]): () => void {
		const turn: Turn = {
			state: this.state,
			take: (entry) => {
				const version = before + steps.filter((step) => "entry" in step).length + 1;
				const { code: _, ...kept } = entry;
				apply(this.state, { ...kept, version } satisfies Entry);
				steps.push({ entry });
			},
			also: (effect) => steps.push({ effect }),
		};
		try {
			const result = job.plan(turn);
			return () => job.resolve(result);
		} catch (error) {
			if (!isHubError(error)) throw error;
			return () => job.reject(error);
		}
	}

	/**
	 * How far the hub's clock is ahead of a learner's, in milliseconds: the least that any request of this client
	 * showed, as the way through the network only ever adds.
	 */
	clockOffset(learner: string, clientId: string, shown: number): number {
		const key = `${learner}:${clientId}`;
		const least = Math.min(this.offsets.get(key) ?? shown, shown);
		// Somebody makes up clients; what is forgotten is measured again.
		if (this.offsets.size > MAX_OFFSETS) this.offsets.clear();
		this.offsets.set(key, least);
		return least;
	}

	/** Whether the log has let them in, and not put them out. */
	knows({ role, id }: Member): boolean {
		return role === "learner" ? this.state.learners.has(id) : this.state.helpers.has(id);
	}

	/** What this one is to be shown now; `null` for one who is no longer in the room. */
	viewFor({ actor, projector }: Watching): RoomView | null {
		if (actor.role === "learner") return projector ? null : this.views.learner(actor.id);
		if (projector) {
			const allowed = actor.role === "instructor" || this.state.helpers.has(actor.id);
			return allowed ? this.views.projector() : null;
		}
		return actor.role === "helper" ? this.views.helper(actor.id) : this.views.instructor();
	}

	addReceiver(receiver: Receiver): void {
		const { actor } = receiver.watching;
		this.receivers.add(receiver);
		if (actor.role !== "instructor") this.presence.connect(actor.id);
		this.flushDue ||= this.writing;
		if (!this.writing) this.showTo(receiver, new Map());
		this.scheduleFlush();
	}

	removeReceiver(receiver: Receiver): void {
		if (!this.receivers.delete(receiver)) return;
		const { actor } = receiver.watching;
		if (actor.role !== "instructor") this.presence.disconnect(actor.id);
		this.resumables.keep(receiver, Date.now());
		this.usedAt = Date.now();
		this.scheduleFlush();
	}

	/** Soon, everyone is sent what changed for them. */
	scheduleFlush(): void {
		if (this.flushTimer || this.over) return;
		const wait = Math.max(GATHER_MS, this.flushedAt + FLUSH_MS - Date.now());
		this.flushTimer = setTimeout(() => {
			this.flushTimer = null;
			if (this.writing) this.flushDue = true;
			else this.flush();
		}, wait);
	}

	private flush(): void {
		if (this.over) return;
		this.flushDue = false;
		this.flushedAt = Date.now();
		const made = new Map<string, RoomView | null>();
		for (const receiver of [...this.receivers]) {
			if (receiver.ready()) this.showTo(receiver, made);
			else this.scheduleFlush();
		}
		const next = this.presence.nextChange();
		if (next !== null) setTimeout(() => this.scheduleFlush(), next - Date.now() + 10).unref();
	}

	private showTo(receiver: Receiver, made: Map<string, RoomView | null>): void {
		const { actor, projector } = receiver.watching;
		let view: RoomView | null;
		if (actor.role === "instructor" && this.state.keyVersion > receiver.since) {
			this.endReceiver(
				receiver,
				"unknown-token",
				"The instructor’s key was changed. Go on with the new one.",
			);
			return;
		}
		if (actor.role === "learner") {
			const key = this.views.learnerKey(actor.id);
			if (key !== "" && key === receiver.key) return;
			receiver.key = key;
			view = this.viewFor(receiver.watching);
		} else {
			const name = `${actor.role === "helper" ? actor.id : ""}:${actor.role}:${projector}`;
			if (!made.has(name)) made.set(name, this.viewFor(receiver.watching));
			view = made.get(name) ?? null;
		}
		if (view) {
			receiver.show(view, this.state.version, Date.now());
			return;
		}
		if (actor.role === "learner") {
			const said = "The instructor removed you from this room. Your code and progress stay in this browser.";
			this.endReceiver(receiver, "removed", said);
		} else {
			const said = "The helpers’ code was changed. Ask the instructor for the new one.";
			this.endReceiver(receiver, "unknown-token", said);
		}
	}

	private endReceiver(receiver: Receiver, code: "removed" | "unknown-token", message: string): void {
		this.receivers.delete(receiver);
		if (receiver.watching.actor.role !== "instructor") this.presence.disconnect(receiver.watching.actor.id);
		receiver.end({ type: "end", code, message });
	}

	/** Ends every stream for good. */
	end(code: "no-room", message: string): void {
		this.over = hubError(code, message);
		for (const receiver of this.receivers) receiver.end({ type: "end", code, message });
		this.drop(this.over);
	}

	/** Ends this instance's memory of the room; its streams may come back. */
	drop(error: HubError): void {
		this.over ??= error;
		if (this.flushTimer) clearTimeout(this.flushTimer);
		for (const receiver of this.receivers) receiver.close();
		this.receivers.clear();
		this.discard();
	}
}

async function execute(steps: Step[], writer: RoomWriter): Promise<void> {
	let pending: NewEntry[] = [];
	const flush = async () => {
		if (pending.length > 0) await writer.add(pending);
		pending = [];
	};
	for (const step of steps) {
		const effect = "effect" in step ? step.effect : effectOf(step.entry);
		if ("entry" in step) pending.push(step.entry);
		if (effect) {
			await flush();
			await effect(writer);
		}
	}
	await flush();
}
