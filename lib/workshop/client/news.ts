import type { LearnerView } from "../contract";
import type { LearnerRoomState } from "./learner-room";

/**
 * What a learner should be told between two states of the room, in words, the most important last. Said aloud by a
 * polite live region; each is also seen somewhere.
 */
export function newsBetween(before: LearnerRoomState, after: LearnerRoomState): string[] {
	const news: string[] = [];
	if (before.link.state === "live" && after.link.state === "offline")
		news.push("The connection to the room was lost. What you do is saved here and sent later.");
	if (before.link.state === "offline" && after.link.state === "live")
		news.push("Connected to the room again.");
	if (before.view !== null && after.view !== null && before.view !== after.view)
		news.push(...viewNews(before.view, after.view));
	return news;
}

function viewNews(before: LearnerView, after: LearnerView): string[] {
	const news: string[] = [];
	const title = (lesson: string) => after.room.agenda.find((step) => step.lesson === lesson)?.title ?? lesson;

	const lead = after.lead;
	if (lead?.active && lead.number !== before.lead?.number)
		news.push(`The instructor goes to “${title(lead.place.lesson)}”.`);
	for (const lesson of added(before.released, after.released))
		news.push(`The solution of “${title(lesson)}” is released.`);
	for (const lesson of added(after.gated, before.gated)) news.push(`“${title(lesson)}” is open now.`);
	for (const id of added(before.approaches, after.approaches))
		news.push(`An approach to “${title(after.approaches[id]!.lesson)}” is shown.`);
	for (const lesson of added(before.me.askedForApproach, after.me.askedForApproach))
		news.push(`The instructor asks to show your approach to “${title(lesson)}”.`);
	for (const lesson of added(before.me.onShow, after.me.onShow))
		news.push(`Your approach to “${title(lesson)}” is being shown to the room.`);
	if (after.timer && after.timer.endsAt !== before.timer?.endsAt)
		news.push(
			`${after.timer.label ?? "A timer"}: ${Math.max(1, Math.round(after.timer.seconds / 60))} min from now.`,
		);

	for (const [id, name] of Object.entries(after.viewedBy))
		if (before.viewedBy[id] === undefined) news.push(`${name} is reading your code.`);

	if (after.help?.claimedBy && after.help.claimedBy !== before.help?.claimedBy)
		news.push(`${after.help.claimedBy} is coming to help you.`);
	if (before.help && !after.help) news.push("Your call for help is closed.");

	const poll = after.poll;
	if (poll && (poll.id !== before.poll?.id || poll.round !== before.poll.round))
		news.push(
			poll.round === 2 ? "The question is open for a second vote." : "The instructor asks a question.",
		);
	else if (poll && before.poll && poll.phase !== before.poll.phase)
		news.push(poll.phase === "revealed" ? "The results of the question are shown." : "Voting is closed.");

	for (const id of added(before.announcements, after.announcements))
		news.push(`Announcement: ${after.announcements[id]!.text}`);
	if (before.room.phase === "open" && after.room.phase === "ended") news.push("The session is over.");
	return news;
}

function added(before: object, after: object): string[] {
	return Object.keys(after).filter((key) => !(key in before));
}
