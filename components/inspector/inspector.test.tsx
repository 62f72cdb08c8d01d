import { readFileSync } from "node:fs";
import { act, cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { EvidenceList } from "@/components/checks/evidence";
import { useShell } from "@/components/lesson/lesson-context";
import type { Entry } from "@/lib/inspector/inspector";
import { readExchange } from "@/lib/inspector/read";
import type { Exchange, LogEntry } from "@/lib/sandbox/agent-protocol";
import { fakePlayground } from "@/tests/fixtures/playground/fake-playground";
import { renderInLesson } from "@/tests/fixtures/playground/render";
import { InspectorPanel } from "./inspector-panel";

afterEach(cleanup);

const recorded = JSON.parse(readFileSync("tests/fixtures/exchanges/development.json", "utf8"));

async function entryOf(name: string, more: Partial<Entry> = {}): Promise<Entry> {
	const { exchange, logs } = recorded.cases[name] as { exchange: Exchange; logs: LogEntry[] };
	const reading = await readExchange(exchange, { actions: recorded.actions, logs, others: [exchange] });
	return { exchange, sender: "preview", replay: null, reading, ...more };
}

async function open(...names: string[]) {
	const fake = fakePlayground();
	const entries = await Promise.all(names.map((name) => entryOf(name)));
	fake.setInspector({ entries });
	renderInLesson(<InspectorPanel playground={fake.playground} />, fake.playground);
	return { ...fake, entries };
}

/** Opens the exchange of a case and gives its details. */
async function openDetails(name: string) {
	const fake = await open(name);
	await userEvent.click(within(screen.getByRole("list")).getByRole("button"));
	return { ...fake, details: screen.getByRole("article", { name: "Exchange" }) };
}

const section = (name: string) => screen.getByRole("region", { name });

test("calls, newest first; everything else on demand", async () => {
	await open("document", "fetch-plain", "fetch-path");
	const lines = () =>
		within(screen.getByRole("list"))
			.getAllByRole("button")
			.map((line) => line.textContent);
	expect(lines()).toHaveLength(2);
	expect(lines()[0]).toMatch(/^revalidates\(\)Action, by fetchrevalidated1 rowReturned/);
	expect(lines()[1]).toMatch(/^rename\("ID1", "Ada"\)/);
	await userEvent.click(screen.getByRole("button", { name: "All" }));
	expect(lines()[2]).toMatch(/^GET \/Document200/);
});

test("as a table, every fact in a column of its own", async () => {
	await open("fetch-throw", "fetch-foreign");
	await userEvent.click(screen.getByRole("button", { name: "Show as a table" }));
	const [head, ...rows] = screen.getAllByRole("row");
	expect(
		within(head!)
			.getAllByRole("columnheader")
			.map((cell) => cell.textContent),
	).toEqual(["Time", "What", "Kind", "Sent by", "Outcome", "Status", "Duration"]);
	expect(rows.map((row) => within(row).getAllByRole("cell")[3]?.textContent)).toEqual([
		"Refused: foreign origin",
		"Threw an error",
	]);
	await userEvent.click(within(rows[1]!).getByRole("button"));
	expect(screen.getByRole("heading", { level: 2 })).toHaveTextContent("fails()");
});

test("the details of a call are reached and left by keyboard", async () => {
	await open("fetch-path");
	await userEvent.tab();
	const line = within(screen.getByRole("list")).getByRole("button");
	line.focus();
	await userEvent.keyboard("{Enter}");
	expect(screen.getByRole("heading", { level: 2 })).toHaveFocus();
	await userEvent.click(screen.getByRole("button", { name: "All exchanges" }));
	await expect.poll(() => document.activeElement?.getAttribute("data-exchange")).toBeTruthy();
});

test("a call: action, arguments, outcome, rows and log lines", async () => {
	await openDetails("fetch-path");
	expect(section("Action")).toHaveTextContent(/Namerevalidates.*app\/actions\.ts/);
	expect(section("Arguments")).toHaveTextContent("None.");
	expect(section("Outcome")).toHaveTextContent(/Returned“by path”Revalidated\./);
	expect(section("Data")).toHaveTextContent(/message \d+ added.*"by path"/);
	expect(section("Server log meanwhile")).toHaveTextContent("ƒ revalidates()");
});

// Not of a form post: happy-dom 21 loses the names of multipart fields that have a colon. lib/inspector has those.
test("arguments that are no plain arguments say what they are", async () => {
	await openDetails("fetch-sealed");
	expect(within(section("Arguments")).getByRole("button", { name: "encrypted" })).toBeVisible();
});

test("an error has two sides", async () => {
	await openDetails("fetch-throw");
	expect(section("Outcome")).toHaveTextContent(/On the serverError: The database is on fire/);
	expect(section("Outcome")).toHaveTextContent(/The browserError: The database is on fireDigest\d+/);
});

test("what could not be decoded is said and shown raw", async () => {
	const { details } = await openDetails("fetch-malformed");
	expect(section("Arguments")).toHaveTextContent(/could not be decoded.*shown raw/);
	expect(details).toHaveTextContent("{ no json");
});

test("a call is sent again with an edited field, as somebody else, from elsewhere", async () => {
	const { spies, entries } = await openDetails("fetch-upload");
	await userEvent.click(screen.getByRole("button", { name: "Send again…" }));
	const form = screen.getByRole("form", { name: "Send again" });
	const field = await within(form).findByLabelText("note");
	await userEvent.clear(field);
	await userEvent.type(field, "Eve");
	await userEvent.clear(within(form).getByLabelText("Cookie"));
	await userEvent.type(within(form).getByLabelText("Cookie"), "session=eve");
	await userEvent.selectOptions(within(form).getByLabelText("Origin"), "foreign");
	await userEvent.click(within(form).getByRole("button", { name: "Send" }));
	expect(spies.replay).toHaveBeenCalledWith(
		entries[0]!.exchange.id,
		expect.objectContaining({ method: "POST", cookie: "session=eve", origin: "foreign" }),
	);
	const [, sent] = spies.replay.mock.calls[0]!;
	const fields = sent.body && "fields" in sent.body ? sent.body.fields : [];
	expect(fields.find(({ name }) => name === "_1_note")?.text).toBe("Eve");
});

test("a refusal to send says why", async () => {
	const { spies } = await openDetails("fetch-plain");
	spies.replay.mockRejectedValueOnce(new Error("The app does not run now."));
	await userEvent.click(screen.getByRole("button", { name: "Send again…" }));
	await userEvent.click(screen.getByRole("button", { name: "Send" }));
	expect(await screen.findByRole("alert")).toHaveTextContent("The app does not run now.");
});

test("evidence of a check opens its exchange", async () => {
	const fake = fakePlayground();
	const entry = await entryOf("form-bound");
	fake.setInspector({ entries: [entry] });
	const Tab = () => <p data-testid="tab">{useShell(({ sideTab }) => sideTab)}</p>;
	renderInLesson(
		<>
			<Tab />
			<EvidenceList
				evidence={[
					{ kind: "exchange", label: "POST /", exchangeId: entry.exchange.id, summary: "POST / → 200" },
				]}
			/>
			<InspectorPanel playground={fake.playground} />
		</>,
		fake.playground,
	);
	await userEvent.click(screen.getByRole("button", { name: /Open in the inspector: POST \/ → 200/ }));
	expect(screen.getByTestId("tab")).toHaveTextContent("inspector");
	expect(screen.getByRole("heading", { level: 2 })).toHaveTextContent(/^renameForm\(/);
	act(() => fake.setInspector({ entries: [] }));
	expect(screen.getByText(/no longer kept/)).toBeVisible();
});
