import { defineQuiz } from "@/lib/quiz";

const lesson = "projects/create-a-record";

export default defineQuiz([
	{
		id: "too-early-visitor",
		kind: "single",
		level: 3,
		points: ["I4", "E2"],
		ask: "`getEvent(id)` is wrapped in `unstable_cache` and gives `null` for an unknown id. Somebody opens `/events/7` before event 7 exists. Now it is created, and only the calendar's tag is updated. What does `/events/7` show?",
		options: [
			{
				text: "The event: `null` is not kept, so the database is asked again",
				why: "`null` is an answer like any other, and it is kept.",
			},
			{
				text: "A 404, as before",
				correct: true,
				why: "That there is no such event was cached. Give both the same tag, and update it when an event is added.",
			},
			{
				text: "The event, because its creation led to that page by `redirect`",
				why: "A redirect leads somewhere. It does not refresh cached data.",
			},
			{
				text: "An error, since two cached functions with different tags disagree about the same record",
				why: "Nobody compares them. Each gives what it has kept.",
			},
		],
		proof: [
			{ claim: `${lesson}#missing-is-cached` },
			{ check: `${lesson}#its-page-exists` },
			{ claim: "after-the-mutation/create-revalidate-redirect#redirect-alone" },
		],
	},
	{
		id: "review-create",
		kind: "spotBug",
		level: 2,
		points: ["I4", "E4"],
		ask: "The event is stored, and its page opens, but the calendar does not list it. Which line is in the wrong place?",
		code: {
			title: "app/events/new/actions.ts",
			language: "ts",
			text: `export async function announce(_previous: State, formData: FormData): Promise<State> {
	const parsed = eventSchema.safeParse(Object.fromEntries(formData));
	if (!parsed.success) return { errors: z.flattenError(parsed.error).fieldErrors };
	if (await isTaken(parsed.data)) return { errors: { room: ["The room is taken on that day."] } };

	const id = await writeEvent(parsed.data);
	redirect(\`/events/\${id}\`);
	updateTag("events");
}`,
		},
		bug: {
			line: ["redirect(", 'updateTag("events")'],
			why: "The tag is named after the redirect, and nothing after a redirect runs.",
		},
		reasons: [
			{
				text: "`redirect` throws, so the cache is never told",
				correct: true,
				why: "Write, name the tag, redirect: in this order.",
			},
			{
				text: "`updateTag` works in Route Handlers only",
				why: "It is the other way round: it works in Server Actions only.",
			},
			{
				text: "`redirect` has to be awaited before the tag is named, or the two run at the same time",
				why: "There is nothing to wait for: it throws at once.",
			},
		],
		proof: [
			{ check: `${lesson}#calendar-has-it` },
			{ claim: "after-the-mutation/redirect-after-a-write#nothing-runs-after" },
			{ claim: "after-the-mutation/tags#only-in-actions" },
		],
	},
	{
		id: "stubborn-select",
		kind: "single",
		level: 3,
		points: ["I4", "C9"],
		ask: "A form is refused. The text fields keep what was typed, as their `defaultValue` comes from the state. The `<select>` jumps back, though its `defaultValue` has changed as well. What helps?",
		options: [
			{
				text: "A `key` on the select that changes along with the value",
				correct: true,
				why: "With another key it is a new select, and shows the new default from the start.",
			},
			{
				text: "Keeping its value in a state and passing `value` with `onChange`",
				why: "For a select that is not enough: after the action it shows what it showed at first.",
			},
			{
				text: "Setting `selected` on the option by hand in the JSX",
				why: "React asks for a value on the select instead, and the reset happens to the same element.",
			},
			{
				text: "Revalidating the page in the action, so that the select is rendered once more",
				why: "It is rendered again already. It is still the same select, which has been reset.",
			},
		],
		proof: [{ claim: `${lesson}#select-keeps-first` }, { check: `${lesson}#refusal-keeps-what-was-typed` }],
	},
	{
		id: "broom-cupboard",
		kind: "fixTheCode",
		level: 2,
		points: ["I4", "D1"],
		ask: "The select offers three rooms, and there is now an event in the broom cupboard. Mend the action.",
		lesson,
		from: "mistakes/any-room",
		checks: ["bad-input-is-refused", "taken-room-is-refused"],
		why: "A select offers three rooms to people; a request offers anything. `z.enum(ROOMS)` takes what is in the list and nothing else.",
	},
]);
