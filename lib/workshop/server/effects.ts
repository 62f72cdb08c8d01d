import type { NewEntry, RoomWriter } from "./store";

/** What an entry does to the store besides standing in the log; `null` for most. Runs right after it was written. */
export function effectOf({ by, body }: NewEntry): ((writer: RoomWriter) => Promise<void>) | null {
	if (body.kind === "event" && by.role === "learner" && body.event.type === "consent-revoked") {
		const { to, lesson } = body.event;
		if (to === "code") return (writer) => writer.deleteCode(by.id);
		return (writer) => writer.deleteApproaches({ memberId: by.id, lesson });
	}
	if (body.kind !== "command") return null;
	const { id, command } = body;
	switch (command.type) {
		case "approach-share":
			return (writer) => writer.keepApproach(id, command.learner, command.lesson);
		case "approach-hide":
			return (writer) => writer.deleteApproaches({ id: command.approach });
		case "learner-remove":
			return async (writer) => {
				await writer.deleteCode(command.learner);
				await writer.deleteApproaches({ memberId: command.learner });
				if (command.forget) await writer.forget(command.learner);
			};
		case "room-end":
			return async (writer) => {
				await writer.deleteCode();
				await writer.deleteApproaches({});
			};
		case "helper-code-rotate":
			return (writer) => writer.removeHelpers();
		default:
			return null;
	}
}
