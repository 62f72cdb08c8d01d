import type { Verdict } from "@/lib/checks/types";
import type { AgendaStep, Place, PollQuestion, SandboxStateName, VoteAnswer } from "./contract";
import { SeqSet } from "./seq-set";

/** Orders a learner's own events, whatever order they arrive in. */
export interface Stamp {
	at: number;
	clientId: string;
	seq: number;
}

export function isLater(a: Stamp, b: Stamp | undefined): boolean {
	if (b === undefined) return true;
	if (a.at !== b.at) return a.at > b.at;
	return a.clientId === b.clientId ? a.seq > b.seq : a.clientId > b.clientId;
}

/** The newest of something, by stamp. `version`: the entry that said so. */
export interface Latest<T> {
	stamp: Stamp;
	version: number;
	value: T;
}

/** Beyond this, older passes of one check are forgotten; they only matter for calls for help of that time. */
export const MAX_PASSES = 100;

export interface CheckState {
	runs: number;
	newest?: Latest<{ verdict: Verdict; message?: string }>;
	newestPass?: Stamp;
	/** Versions of its passes, the newest {@link MAX_PASSES} of them, in order. */
	passes: number[];
	firstPassAt?: number;
	/** Stamps of failed runs after the newest pass; the newest {@link MAX_REDS} of them. */
	reds: Stamp[];
	hint: number;
}

export interface LessonState {
	openedAt?: number;
	completedAt?: number;
	solutionViewed: boolean;
	solutionApplied: boolean;
	checks: Map<string, CheckState>;
}

export interface ApproachState {
	/** Version of the newest request. */
	asked: number;
	answer?: Latest<"agreed" | "declined" | "revoked"> & { named: boolean };
	/** The highest version of a revocation: what was put on show before it stays hidden. */
	revoked: number;
}

/** What decides over calls for help, by version. */
export type HelpMark = { version: number; at: number } & (
	| { kind: "asked"; id: string; lesson: string; check?: string; note?: string }
	| { kind: "withdrawn" }
	| { kind: "closed"; id: string }
);

export interface LearnerState {
	id: string;
	name: string;
	joinedAt: number;
	joinedVersion: number;
	joinedIn?: string;
	lastAt: number;
	seen: Map<string, SeqSet>;
	/** The event with the highest number, by client. */
	newest: Map<string, Stamp>;
	lesson?: Latest<string>;
	edited?: Latest<true>;
	sandbox?: Latest<SandboxStateName>;
	following?: Latest<boolean>;
	codeConsent?: Latest<boolean>;
	/** The highest version of a revocation: code that came before it is gone. */
	codeRevoked: number;
	/** Revoked for every lesson at once. */
	approachesRevoked?: Latest<true>;
	approaches: Map<string, ApproachState>;
	lessons: Map<string, LessonState>;
	/** The newest snapshot of each lesson. */
	code: Map<string, Latest<true>>;
	help: HelpMark[];
	/** Changes with everything that does. */
	revision: number;
}

export interface PollState extends PollQuestion {
	id: string;
	twoVotes: boolean;
	openedAt: number;
	round: 1 | 2;
	phase: "open" | "closed" | "revealed";
	dismissed: boolean;
	/** By round, then by learner. */
	votes: [Map<string, Latest<VoteAnswer>>, Map<string, Latest<VoteAnswer>>];
	revision: number;
}

/** Everything a room's log says. Changed by `apply` of fold.ts alone. */
export interface RoomState {
	/** Of the newest entry applied. */
	version: number;
	title: string;
	agenda: AgendaStep[];
	createdAt: number;
	phase: "open" | "ended";
	locked: boolean;
	lead?: { number: number; place: Place; active: boolean };
	announcements: Map<string, { at: number; text: string }>;
	gated: Set<string>;
	released: Set<string>;
	timer?: { endsAt: number; seconds: number; label?: string };
	learners: Map<string, LearnerState>;
	/** Learners who were removed, and by which version. */
	removed: Map<string, { version: number; forget: boolean }>;
	helpers: Map<string, { name: string }>;
	/** Of the newest change of the instructor's key, and of that or of the helpers' code. */
	keyVersion: number;
	secretsVersion: number;
	claims: Map<string, { by: string; name: string; at: number }>;
	shows: Map<string, { learner: string; lesson: string; at: number; version: number }>;
	polls: Map<string, PollState>;
	/** Ids of commands that were done. */
	commands: Set<string>;
	/** Changes with whatever is not a learner's own. */
	revision: number;
	/** Learners with a change since this was last emptied; for views. */
	touched: Set<string>;
}

export function emptyState(): RoomState {
	return {
		version: 0,
		title: "",
		agenda: [],
		createdAt: 0,
		phase: "open",
		locked: false,
		announcements: new Map(),
		gated: new Set(),
		released: new Set(),
		learners: new Map(),
		removed: new Map(),
		helpers: new Map(),
		keyVersion: 0,
		secretsVersion: 0,
		claims: new Map(),
		shows: new Map(),
		polls: new Map(),
		commands: new Set(),
		revision: 0,
		touched: new Set(),
	};
}

export function emptyLearner(id: string, name: string, at: number, version: number): LearnerState {
	return {
		id,
		name,
		joinedAt: at,
		joinedVersion: version,
		lastAt: at,
		seen: new Map(),
		newest: new Map(),
		codeRevoked: 0,
		approaches: new Map(),
		lessons: new Map(),
		code: new Map(),
		help: [],
		revision: 0,
	};
}

export function hasSeen(learner: LearnerState, { clientId, seq }: Pick<Stamp, "clientId" | "seq">): boolean {
	return learner.seen.get(clientId)?.has(seq) ?? false;
}

/**
 * The time of an event, such that a client's events stand in the order of their numbers: clocks are measured through a
 * network, and what was measured twice differs.
 */
export function inOrder(learner: LearnerState, { at, clientId, seq }: Stamp): number {
	const newest = learner.newest.get(clientId);
	if (newest === undefined) return at;
	return seq > newest.seq ? Math.max(at, newest.at) : Math.min(at, newest.at);
}

export function markSeen(learner: LearnerState, { at, clientId, seq }: Stamp): void {
	const newest = learner.newest.get(clientId);
	if (newest === undefined || seq > newest.seq) learner.newest.set(clientId, { at, clientId, seq });
	let seen = learner.seen.get(clientId);
	if (seen === undefined) {
		seen = new SeqSet();
		learner.seen.set(clientId, seen);
	}
	seen.add(seq);
}
