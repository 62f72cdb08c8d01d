import { admitEvent, refuseCommand } from "../admit";
import { hashSecret, newCode, newId, newKey } from "../codes";
import {
	type Approach,
	type CommandAnswer,
	type EventsAnswer,
	HELPER_CODE_LENGTH,
	type HelpJoin,
	hubError,
	type Join,
	type Joined,
	LIMITS,
	type RefusedEvent,
	type ResultsFormat,
	readCode,
	type SendCommand,
	type SendEvents,
	type SharedCode,
	VIEWING_MS,
} from "../contract";
import type { Actor, Entry } from "../entries";
import { INSTRUCTOR } from "../fold";
import { pseudonym, tidyName, uniqueName } from "../names";
import { isReadable, readableCode, shownApproaches } from "../read-state";
import { reportMarkdown } from "../report";
import { readResults, resultsCsv, resultsJson } from "../results";
import { inOrder } from "../state";
import type { Entered, Hub } from "./hub";
import type { Room } from "./room";

/** Lets a learner in, or back in. */
export async function join(hub: Hub, address: string, code: string, { secret, name }: Join): Promise<Joined> {
	const room = await hub.find(address, code);
	const known = await hub.identify(room, secret);
	if (known?.role === "learner") {
		return { id: known.id, name: room.state.learners.get(known.id)!.name, back: true };
	}
	if (known) throw hubError("conflict", "This secret is in use already; make another one and join again.");
	const hash = hashSecret(room.row.id, secret);
	return room.turn(({ state, take, also }) => {
		const twice = room.members.get(hash);
		const there = twice && state.learners.get(twice.id);
		if (there) return { id: there.id, name: there.name, back: true };
		if (state.phase === "ended")
			throw hubError("ended", "This session is over; nobody can join it any more.");
		if (state.locked)
			throw hubError("locked", "The instructor has locked this room for newcomers. Ask them to open it.");
		if (state.learners.size >= LIMITS.learners)
			throw hubError("full", `This room has ${LIMITS.learners} learners, which is as many as it takes.`);
		const id = newId();
		const names = [...state.learners.values()].map((learner) => learner.name);
		const given = uniqueName(tidyName(name ?? "") || pseudonym(), names);
		const late = state.lead?.place.lesson;
		take({
			at: Date.now(),
			by: { role: "learner", id },
			body: { kind: "joined", name: given, ...(late !== undefined && { in: late }) },
		});
		also((writer) => writer.addMember(id, "learner", hash));
		room.members.set(hash, { role: "learner", id });
		return { id, name: given, back: false };
	});
}

/** Lets a helper in, or back in. */
export async function joinAsHelper(hub: Hub, address: string, code: string, body: HelpJoin): Promise<Joined> {
	const room = await hub.find(address, code);
	const known = await hub.identify(room, body.secret);
	if (known?.role === "helper") {
		return { id: known.id, name: room.state.helpers.get(known.id)!.name, back: true };
	}
	const typed = readCode(body.helperCode, HELPER_CODE_LENGTH) ?? "";
	if (known || hashSecret(room.row.id, typed) !== room.row.helperHash) {
		hub.limits.triedWrong(address);
		throw hubError("forbidden", "This is not the helpers’ code of this room. Ask the instructor for it.");
	}
	const hash = hashSecret(room.row.id, body.secret);
	return room.turn(({ state, take, also }) => {
		if (state.phase === "ended")
			throw hubError("ended", "This session is over; nobody can join it any more.");
		if (state.helpers.size >= LIMITS.helpers)
			throw hubError("full", `This room has ${LIMITS.helpers} helpers, which is as many as it takes.`);
		const id = newId();
		const names = [INSTRUCTOR.name, ...[...state.helpers.values()].map((helper) => helper.name)];
		const name = uniqueName(tidyName(body.name) || "Helper", names);
		take({ at: Date.now(), by: { role: "helper", id }, body: { kind: "helper-joined", name } });
		also((writer) => writer.addMember(id, "helper", hash));
		room.members.set(hash, { role: "helper", id });
		return { id, name, back: false };
	});
}

/** Takes a learner's events into the log; every one of them is settled by the answer. */
export function sendEvents({ room, actor }: Entered, { sentAt, events }: SendEvents): Promise<EventsAnswer> {
	if (actor.role !== "learner") throw hubError("forbidden", "Only learners send events.");
	const received = Date.now();
	return room.turn(({ state, take }) => {
		const learner = state.learners.get(actor.id);
		if (!learner)
			throw hubError(
				"removed",
				"The instructor removed you from this room. Your code and progress stay in this browser.",
			);
		const refused: RefusedEvent[] = [];
		for (const event of events) {
			const offset = room.clockOffset(learner.id, event.clientId, received - sentAt);
			const measured = Math.round(Math.min(Math.max(event.at + offset, state.createdAt), received));
			const at = inOrder(learner, { ...event, at: measured });
			const admission = admitEvent(state, learner, { ...event, at });
			if ("refuse" in admission) {
				refused.push({ clientId: event.clientId, seq: event.seq, ...admission.refuse });
			} else if (admission.take) {
				take({
					at: received,
					by: actor,
					body: { kind: "event", event: admission.take },
					...(event.type === "code-shared" && { code: { files: event.files, failing: event.failing } }),
				});
			}
		}
		return { version: state.version, refused };
	});
}

/** Does what an instructor or helper says; once, however often it is sent. */
export async function sendCommand(
	hub: Hub,
	{ room, actor }: Entered,
	{ id, command }: SendCommand,
): Promise<CommandAnswer> {
	const made: Omit<CommandAnswer, "version"> = {};
	const version = await room.turn(({ state, take, also }) => {
		// What is refused to somebody stays refused, also under the id of what was done by another.
		if (actor.role === "learner" || !state.commands.has(id)) {
			const refused = refuseCommand(state, actor, command);
			if (refused) throw refused;
		}
		if (state.commands.has(id)) return state.version;
		if (command.type === "key-rotate") {
			const key = newKey();
			made.instructorKey = key;
			also((writer) => writer.setSecrets({ keyHash: hashSecret(room.row.id, key) }));
		}
		if (command.type === "helper-code-rotate") {
			const code = newCode(HELPER_CODE_LENGTH);
			made.helperCode = code;
			also((writer) => writer.setSecrets({ helperHash: hashSecret(room.row.id, code) }));
		}
		const tidied = command.type === "learner-rename" ? { ...command, name: rename(room, command) } : command;
		take({ at: Date.now(), by: actor, body: { kind: "command", id, command: tidied } });
		return state.version;
	});
	await hub.refreshRow(room);
	return { version, ...made };
}

function rename(room: Room, { learner, name }: { learner: string; name: string }): string {
	const others = [...room.state.learners.values()].filter(({ id }) => id !== learner);
	return uniqueName(
		tidyName(name) || pseudonym(),
		others.map((other) => other.name),
	);
}

function staff({ room, actor }: Entered): { id: string; name: string } {
	if (actor.role === "instructor") return INSTRUCTOR;
	if (actor.role === "helper")
		return { id: actor.id, name: room.state.helpers.get(actor.id)?.name ?? "Helper" };
	throw hubError("forbidden", "Only the instructor and helpers can do that.");
}

/** A learner's code as it is now; the learner is told who looks. */
export async function readLearnersCode(
	hub: Hub,
	entered: Entered,
	learnerId: string,
	lesson: string,
): Promise<SharedCode> {
	const by = staff(entered);
	const { room } = entered;
	const learner = room.state.learners.get(learnerId);
	if (!learner) throw hubError("not-there", "This learner is no longer in the room.");
	if (!isReadable(learner))
		throw hubError("no-consent", "This learner has not agreed that the code is read, or no longer does.");
	// Said before it is done, so that nobody reads unseen.
	await hub.tellViewing(room, learnerId, by, Date.now() + VIEWING_MS);
	const known = readableCode(learner).some(([slug]) => slug === lesson);
	const row = known ? await (await hub.store()).readSnapshot(room.row.id, learnerId, lesson) : null;
	if (!row || !isReadable(learner))
		throw hubError("not-there", "There is no code of this learner for this lesson yet.");
	const { version, at, sourceHash, files, failing } = row;
	return { learner: learnerId, lesson, number: version, at, sourceHash, files, failing };
}

export async function stopViewing(hub: Hub, entered: Entered, learner: string): Promise<void> {
	await hub.tellViewing(entered.room, learner, staff(entered), 0);
}

/** The files of an approach that is on show. */
export async function readApproach(hub: Hub, { room }: Entered, id: string): Promise<Approach> {
	const show = shownApproaches(room.state).find((one) => one.id === id);
	const row = show ? await (await hub.store()).readApproach(room.row.id, id) : null;
	if (!show || !row) throw hubError("not-there", "This approach is no longer on show.");
	return { ...row, ...(show.named && { name: show.learner.name }) };
}

export interface ResultsFile {
	text: string;
	type: string;
	name: string;
}

/** The room's results as a file. */
export async function results(
	hub: Hub,
	{ room, actor }: Entered,
	format: ResultsFormat,
	names: boolean,
): Promise<ResultsFile> {
	onlyInstructor(actor);
	const entries: Entry[] = [];
	for await (const entry of (await hub.store()).readEntries(room.row.id)) entries.push(entry);
	const read = readResults(entries);
	const name = `workshop-${room.row.code}`;
	if (format === "json") {
		return { text: resultsJson(read, names), type: "application/json; charset=utf-8", name: `${name}.json` };
	}
	if (format === "csv")
		return { text: resultsCsv(read, names), type: "text/csv; charset=utf-8", name: `${name}.csv` };
	return { text: reportMarkdown(read), type: "text/markdown; charset=utf-8", name: `${name}.md` };
}

export async function deleteRoom(hub: Hub, { room, actor }: Entered): Promise<void> {
	onlyInstructor(actor);
	await hub.delete(room);
}

function onlyInstructor(actor: Actor): void {
	if (actor.role !== "instructor")
		throw hubError("forbidden", "Only the instructor of this room can do that.");
}
