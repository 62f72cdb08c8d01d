import type { CheckContext, HttpResponse } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const good = { title: "Night of the dark sky", date: "2031-04-05", room: "Kitchen" };

/** Milliseconds. The first error page of a development server is compiled on demand, which may take its time. */
const PATIENCE = 30_000;

type Values = Record<string, string | string[]>;

async function open({ http, expect }: CheckContext, path: string): Promise<HttpResponse> {
	const page = await http.get(path, { timeoutMs: PATIENCE });
	expect(page, `The page ${path} answered with an error. The server log says why.`).toHaveStatus(200);
	return page;
}

/** Sends the form as a browser without JavaScript does; follows no redirect. */
async function announce(context: CheckContext, values: Values): Promise<HttpResponse> {
	const form = (await open(context, "/events/new")).form("Announce");
	const answer = await form.submit(values, { button: "Announce", timeoutMs: PATIENCE });
	context
		.expect(answer.status, "The form was answered with an error: the action threw. Read the server log.")
		.toBeLessThan(500);
	return answer;
}

async function stored({ db }: CheckContext): Promise<unknown[]> {
	return (await db.table("post"))
		.slice(2)
		.map(({ title, body, author }) => ({ title, date: body, room: author }));
}

/** The control with this name, and the text that belongs to it. */
function verdictOn({ document }: HttpResponse, name: string): { wrong: boolean; says: string } {
	const control = document.querySelector(`form [name="${name}"]`);
	const ids = `${control?.getAttribute("aria-describedby") ?? ""} ${control?.getAttribute("aria-errormessage") ?? ""}`;
	const texts = ids.split(/\s+/).map((id) => (id ? document.getElementById(id)?.textContent : ""));
	return { wrong: control?.getAttribute("aria-invalid") === "true", says: texts.join(" ").trim() };
}

/** Fails unless this input is refused at this field. */
async function expectRefused(
	context: CheckContext,
	what: string,
	values: Values,
	field: string,
): Promise<void> {
	const { expect } = context;
	const answer = await announce(context, values);
	expect(await stored(context), `An event with ${what} was stored.`).toEqual([]);
	const { wrong, says } = verdictOn(answer, field);
	expect(wrong, `An event with ${what} was refused, and the field ${field} has no aria-invalid.`).toBe(true);
	expect(
		says,
		`An event with ${what} was refused, and no text belongs to the field ${field}. Name the element that says it in aria-describedby.`,
	).toBeTruthy();
}

const asOf = (page: HttpResponse) => page.document.querySelector("time")?.getAttribute("datetime");

export default defineChecks([
	{
		id: "event-is-stored",
		title: "A good event is stored, and leads to its own page",
		points: ["I4", "E4"],
		hints: [
			"Announce something. What is stored, and where do you end?",
			"`useActionState` gives the action the previous state first, the form data second. After the write, redirect to the page of the new id.",
			'const id = await writeEvent({ title, date, room });\nredirect("/events/" + id);',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/redirect",
		async run(context) {
			const { expect } = context;
			const answer = await announce(context, { ...good, title: `  ${good.title} ` });
			expect(
				await stored(context),
				"A good event was sent, its title with space around it, and it was not stored once, as it should be.",
			).toEqual([good]);
			expect(
				answer,
				"A good event was stored, and the answer is no redirect to its page, /events/3.",
			).toRedirectTo("/events/3");
		},
	},
	{
		id: "calendar-has-it",
		title: "The calendar has it, and counts it, at the next look",
		points: ["I4", "E2", "E7"],
		requires: ["event-is-stored"],
		hints: [
			"Open the calendar, announce something, and open it again.",
			"Cached data stays until its tag is named. Give the cached functions a tag, and name it after the write and before the redirect, which throws.",
			'// lib/events.ts, twice\n{ tags: ["events"] },\n// in the action\nupdateTag("events");\nredirect(…);',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/updateTag",
		async run(context) {
			const { expect } = context;
			expect(await open(context, "/"), "The calendar lists the event before it exists.").not.toShow(
				good.title,
			);
			await announce(context, good);
			const calendar = await open(context, "/");
			expect(
				calendar,
				"An event was announced, and the calendar does not list it: its data is cached, and nobody said that it is out of date.",
			).toShow(good.title);
			expect(calendar, "The calendar lists the new event and does not count it.").toShow(/Events:\s*3/);
		},
	},
	{
		id: "its-page-exists",
		title: "Its page is there, even if somebody has been there too early",
		points: ["I4", "E2"],
		requires: ["event-is-stored"],
		hints: [
			"Open /events/3 before there is a third event. Then announce one.",
			"“There is no such event” is an answer, and `getEvent` is cached with all its answers. It shows events, so it needs the tag as well.",
			'export const getEvent = unstable_cache(\n\tasync (id: number) => …,\n\t["event"],\n\t{ tags: ["events"] },\n);',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/unstable_cache",
		async run(context) {
			const { http, expect } = context;
			const early = await http.get("/events/3", { timeoutMs: PATIENCE });
			expect(early.status, "There is no event 3 yet, and its page does not answer with 404.").toBe(404);
			await announce(context, good);
			const page = await http.get("/events/3", { timeoutMs: PATIENCE });
			expect(
				page.status,
				"Somebody had looked at /events/3 before there was one. Now the event exists, and its page is still 404.",
			).toBe(200);
			expect(page, "The page of the new event does not show it.").toShow(good.title);
		},
	},
	{
		id: "bad-input-is-refused",
		title: "Bad input is refused, with a word at its field",
		points: ["I4", "D1", "D2"],
		requires: ["event-is-stored"],
		hints: [
			"Which values can a request have that your form does not offer?",
			"The options of a select and the calendar of a date field bind honest browsers only. `z.enum` takes the rooms there are, `z.iso.date` a date; refine adds what you know besides.",
			'room: z.enum(ROOMS, "There is no such room."),\ndate: z.iso.date().refine((date) => date >= new Date().toISOString().slice(0, 10)),',
		],
		docs: "https://zod.dev/api",
		async run(context) {
			await expectRefused(context, "a title of two letters", { ...good, title: " ab " }, "title");
			await expectRefused(context, "a title of 61 letters", { ...good, title: "x".repeat(61) }, "title");
			await expectRefused(context, "the date “soon”", { ...good, date: "soon" }, "date");
			await expectRefused(context, "a day that is over", { ...good, date: "2020-02-02" }, "date");
			await expectRefused(context, "the room “Broom cupboard”", { ...good, room: "Broom cupboard" }, "room");
			await expectRefused(context, "no room at all", { ...good, room: [] }, "room");
		},
	},
	{
		id: "taken-room-is-refused",
		title: "A room is not given away twice on one day",
		points: ["I4", "D4"],
		requires: ["bad-input-is-refused"],
		hints: [
			"Announce something in the Hall on 2031-03-01.",
			"A schema looks at one form. Whether the room is free, the database knows; ask it, and not a cache, before you write. It is an expected refusal: return it like the others.",
			'const taken = (await readEvents()).some((event) => event.date === date && event.room === room);\nif (taken) return { values, errors: { room: ["The room is taken on that day."] } };',
		],
		docs: "https://nextjs.org/docs/app/getting-started/error-handling",
		async run(context) {
			const what = "a room that is then used twice on one day";
			await expectRefused(context, what, { ...good, date: "2031-03-01", room: "Hall" }, "room");
			await announce(context, { ...good, date: "2031-03-01", room: "Workshop" });
			context
				.expect(await stored(context), "Another room on the same day is free, and was refused.")
				.toHaveLength(1);
		},
	},
	{
		id: "refusal-keeps-what-was-typed",
		title: "After a refusal everything is still in its field",
		points: ["I4", "D2"],
		requires: ["bad-input-is-refused"],
		hints: [
			"Choose the Kitchen, and a title of two letters. Look at the room afterwards.",
			"Send back what was typed as the default of the fields. A select needs a key that changes with its default.",
			'<select key={values.room} id="room" name="room" defaultValue={values.room}>',
		],
		docs: "https://react.dev/reference/react-dom/components/select",
		async run(context) {
			const { page, expect } = context;
			const typed = { ...good, title: "ab" };
			const answer = await announce(context, typed);
			const { title, date } = answer.form("Announce").fields;
			expect(
				{ title, date },
				"Without JavaScript, an event was refused, and title and date are not as they were typed.",
			).toEqual({ title: typed.title, date: typed.date });
			await page.goto("/events/new");
			await page.getByLabel("Title").fill(typed.title);
			await page.getByLabel("Date").fill(typed.date);
			await page.getByLabel("Room").selectOption(typed.room);
			await page.getByRole("button", { name: "Announce" }).click();
			await expect(
				page.getByLabel("Title"),
				"With JavaScript, a title of two letters was sent, and the field is not marked.",
			).toHaveAttribute("aria-invalid", "true", { timeoutMs: 15_000 });
			for (const [label, value] of [
				["Title", typed.title],
				["Date", typed.date],
				["Room", typed.room],
			] as const) {
				await expect(
					page.getByLabel(label),
					`An event was refused, and the ${label.toLowerCase()} is not what had been chosen.`,
				).toHaveValue(value);
			}
		},
	},
	{
		id: "calendar-stays-cached",
		title: "Without a new event the calendar comes from the cache",
		points: ["I4", "E7"],
		requires: ["bad-input-is-refused"],
		hints: [
			"Note the time at the foot of the calendar. Send something bad. What time is it now?",
			"Only a write makes data out of date. Keep the cache, and name the tag behind the write.",
			'const id = await writeEvent({ title, date, room });\nupdateTag("events");',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/unstable_cache",
		async run(context) {
			const { expect } = context;
			const before = asOf(await open(context, "/"));
			expect(
				asOf(await open(context, "/")),
				"Nothing changed between two visits to the calendar, yet it was worked out again. Keep it cached.",
			).toBe(before);
			await announce(context, { ...good, title: "" });
			expect(
				asOf(await open(context, "/")),
				"An event was refused, so nothing changed, yet the calendar was worked out again.",
			).toBe(before);
		},
	},
	{
		id: "with-javascript",
		title: "In the browser the new page appears, without a document being loaded",
		points: ["I4", "E4"],
		requires: ["event-is-stored"],
		hints: [
			"Announce something in the preview.",
			"With JavaScript the page to go to comes with the answer of the action.",
			'<form action={formAction} className="card" noValidate>',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/redirect",
		async run({ page, expect }) {
			await page.goto("/events/new");
			await page.markDocument();
			await page.getByLabel("Title").fill(good.title);
			await page.getByLabel("Date").fill(good.date);
			await page.getByLabel("Room").selectOption(good.room);
			await page.getByRole("button", { name: "Announce" }).click();
			await expect(page, "An event was announced, and the browser is not at its page.").toHaveURL(
				"/events/3",
				{
					timeoutMs: 20_000,
				},
			);
			await expect(
				page.getByRole("heading", { name: good.title }),
				"The browser is at the page of the new event, and its title is not there.",
			).toBeVisible();
			expect(await page.isSameDocument(), "To get there, the browser loaded a new document.").toBe(true);
		},
	},
]);
