import { createStore, type StoreApi } from "zustand/vanilla";
import type { LearnerView, RoomFact } from "../contract";
import { connectRoom, type Link } from "./connection";
import { expectedView } from "./expected-view";
import type { Membership, MembershipKeeper } from "./membership";
import { createOutbox, type OutboxState } from "./outbox";
import { joinRoom } from "./requests";

export interface LearnerRoomState {
	link: Link;
	/** With what was done here and is not confirmed yet; `null` before the first. */
	view: LearnerView | null;
	/** Add it to `Date.now()` to have the hub's clock. Milliseconds. */
	clockOffset: number;
	outbox: OutboxState;
}

/** The room in which this browser's learner is, as lesson pages know it. */
export interface LearnerRoom {
	membership: Membership;
	store: StoreApi<LearnerRoomState>;
	/** Tells the room; it is shown at once and sent when it can be. */
	say(...facts: RoomFact[]): void;
	/** Does not wait for the next try to connect. */
	retry(): void;
}

export interface LearnerRoomOptions {
	membership: Membership;
	/** Leaves the line, not the room. */
	signal: AbortSignal;
	/** For tests. */
	fetch?: typeof fetch;
}

export function openLearnerRoom({ membership, signal, fetch }: LearnerRoomOptions): LearnerRoom {
	const { code, secret, hub, name } = membership;
	// The hub's data were lost or put back: the same secret is the same learner again.
	const rejoin = (until: AbortSignal) =>
		joinRoom(code, { secret, ...(name !== "" && { name }) }, { hub, signal: until, fetch });
	const connection = connectRoom({ code, secret, hub, role: "learner", signal, rejoin, fetch });
	const outbox = createOutbox({ code, secret, hub, signal, rejoin, fetch });
	let unconfirmed: RoomFact[] = [];

	const store = createStore<LearnerRoomState>(() => ({
		link: connection.store.getState().link,
		view: null,
		clockOffset: 0,
		outbox: outbox.store.getState(),
	}));

	let seen: { view: LearnerView | null; facts: RoomFact[] } = { view: null, facts: unconfirmed };
	function show(): void {
		const { link, view, version, clockOffset } = connection.store.getState();
		const state = outbox.store.getState();
		const settled = state.waiting === 0 && version >= state.confirmed;
		if (settled && unconfirmed.length > 0 && !telling) unconfirmed = [];
		const changed = seen.view !== view || seen.facts !== unconfirmed;
		seen = { view, facts: unconfirmed };
		const shown = view && expectedView(view, unconfirmed, Date.now() + clockOffset);
		store.setState({ link, clockOffset, outbox: state, ...(changed && { view: shown }) });
	}

	/** Facts on their way into the outbox, which says that nothing waits until they are there. */
	let telling = 0;
	connection.store.subscribe((state, before) => {
		if (state.link.state === "live" && before.link.state !== "live") outbox.flush();
		show();
	});
	outbox.store.subscribe(show);

	return {
		membership,
		store,
		retry() {
			connection.retry();
			outbox.flush();
		},
		say(...facts) {
			unconfirmed = [...unconfirmed, ...facts];
			telling += 1;
			show();
			void outbox.tell(...facts).finally(() => {
				telling -= 1;
				show();
			});
		},
	};
}

/**
 * The room of this page: opened when the browser enters one, changed and closed with it. Lives across lessons, so that
 * going from one to the next loses no connection.
 */
export function followMembership(
	keeper: MembershipKeeper,
	store: StoreApi<LearnerRoom | null>,
	open: (membership: Membership, signal: AbortSignal) => LearnerRoom = (membership, signal) =>
		openLearnerRoom({ membership, signal }),
): void {
	let life: AbortController | null = null;
	const follow = () => {
		const { active } = keeper.store.getState();
		const membership = active === null ? null : keeper.find(active, "learner");
		const now = store.getState()?.membership;
		if (membership?.code === now?.code && membership?.secret === now?.secret) return;
		life?.abort();
		life = membership ? new AbortController() : null;
		store.setState(membership && life ? open(membership, life.signal) : null, true);
	};
	keeper.store.subscribe(follow);
	follow();
}
