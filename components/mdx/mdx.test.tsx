import { act, cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { fakePlayground, result } from "@/tests/fixtures/playground/fake-playground";
import { renderInLesson } from "@/tests/fixtures/playground/render";
import { File, Run } from "./actions";
import { CheckTick } from "./check-tick";
import { Claim } from "./claim";
import { mdxComponents } from "./components";
import { Step } from "./step";

afterEach(cleanup);

test("without a playground everything still reads", () => {
	renderInLesson(
		<>
			<Step title="Store it" checks={["stores"]}>
				Open <File path="app/page.tsx" />. <Claim id="post-only">Only POST calls it.</Claim>
			</Step>
			<Run />
		</>,
		null,
	);
	expect(screen.getByRole("heading", { name: "Store it" })).toBeVisible();
	expect(screen.getByText("A message is stored")).toBeVisible();
	expect(screen.getByText("app/page.tsx").tagName).toBe("CODE");
	for (const button of screen.getAllByRole("button")) expect(button).toBeDisabled();
});

test("a tick follows its check, and a step is done when all its checks are green", () => {
	const { playground, setChecks, setEdits } = fakePlayground();
	renderInLesson(
		<Step title="Store it" checks={["stores", "shows"]}>
			text
		</Step>,
		playground,
	);
	const heading = screen.getByRole("heading");
	act(() => setChecks({ results: { stores: result("stores") } }));
	expect(screen.getByRole("button", { name: /A message is stored.*Passed/ })).toBeVisible();
	expect(heading).not.toHaveTextContent("Done");
	act(() => setChecks({ results: { stores: result("stores"), shows: result("shows") } }));
	expect(heading).toHaveTextContent("Done");
	act(() => setEdits({ "app/page.tsx": "other" }));
	expect(heading).not.toHaveTextContent("Done");
	expect(screen.getByRole("button", { name: /A message is stored.*for earlier code/ })).toBeVisible();
});

test("a check or claim that the lesson does not have is refused by name", () => {
	vi.spyOn(console, "error").mockImplementation(() => {});
	const { playground } = fakePlayground();
	expect(() => renderInLesson(<CheckTick id="stroes" />, playground)).toThrow(
		/no check “stroes”.*stores, shows/,
	);
	expect(() => renderInLesson(<Claim id="none">x</Claim>, playground)).toThrow(/no claim “none”/);
	vi.restoreAllMocks();
});

test("a file opens in the editor, and Run runs", async () => {
	const { playground, spies } = fakePlayground();
	renderInLesson(
		<>
			<File path="app/page.tsx" />
			<Run checks={["stores"]} />
		</>,
		playground,
	);
	await userEvent.click(screen.getByRole("button", { name: "Open app/page.tsx in the editor" }));
	expect(spies.openFile).toHaveBeenCalledWith("app/page.tsx");
	await userEvent.click(screen.getByRole("button", { name: "Run the checks" }));
	expect(spies.run).toHaveBeenCalledWith(["stores"]);
});

test("the path of a file in the text opens that file, once there is one", async () => {
	const { playground, spies, setEdits } = fakePlayground();
	const { pre: Pre, code: Code } = mdxComponents;
	renderInLesson(
		<>
			<Code>app/page.tsx</Code> <Code>db.message</Code>
			<Pre data-title="app/actions.ts">
				<code>"use server";</code>
			</Pre>
		</>,
		playground,
	);
	await userEvent.click(screen.getByRole("button", { name: "Open app/page.tsx in the editor" }));
	expect(spies.openFile).toHaveBeenCalledWith("app/page.tsx");
	expect(screen.getByText("db.message").tagName).toBe("CODE");
	expect(screen.queryByRole("button", { name: /app\/actions\.ts/ })).toBeNull();
	act(() => setEdits({ "app/actions.ts": '"use server";' }));
	await userEvent.click(screen.getByRole("button", { name: "Open app/actions.ts in the editor" }));
	expect(spies.openFile).toHaveBeenLastCalledWith("app/actions.ts");
});

test("a claim is proved by a click and shows its evidence", async () => {
	const { playground, spies, setChecks } = fakePlayground();
	renderInLesson(<Claim id="post-only">A GET does not call it.</Claim>, playground);
	await userEvent.click(screen.getByRole("button", { name: "Prove it: Only POST calls it." }));
	expect(spies.prove).toHaveBeenCalledWith("post-only");
	act(() => setChecks({ proving: "post-only" }));
	expect(screen.getByText(/runs in the preview/)).toBeVisible();
	act(() =>
		setChecks({
			proving: null,
			claimResults: {
				"post-only": result("post-only", {
					durationMs: 1200,
					did: ["Requested GET /"],
					evidence: [{ kind: "text", label: "The log", text: "no action ran" }],
				}),
			},
		}),
	);
	expect(screen.getByText("Proved on Next.js 16.3.7 in 1.2 s")).toBeVisible();
	expect(screen.getByText("Requested GET /")).toBeVisible();
	expect(screen.getByText("no action ran")).toBeVisible();
	await userEvent.click(screen.getByRole("button", { name: "Prove it again" }));
	expect(spies.prove).toHaveBeenCalledTimes(2);
});

test("outside a lesson page they say where they belong", () => {
	vi.spyOn(console, "error").mockImplementation(() => {});
	expect(() => render(<CheckTick id="stores" />)).toThrow(/inside a lesson page/);
	vi.restoreAllMocks();
});
