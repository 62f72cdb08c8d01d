import { act, cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import type { Build } from "@/lib/sandbox/agent-protocol";
import { FakeRunner } from "@/tests/fakes/runner";
import { fakePlayground } from "@/tests/fixtures/playground/fake-playground";
import { renderInLesson } from "@/tests/fixtures/playground/render";
import { BuildPanel } from "./build-panel";
import { ModeBar } from "./mode-bar";

afterEach(cleanup);

const BOTH = { modes: ["development" as const, "production" as const] };
const BUILD: Build = {
	mode: "production",
	buildId: "abc-1",
	routes: [
		{ path: "/", kind: "static" },
		{ path: "/items/[id]", kind: "dynamic" },
	],
	actions: [
		{ id: "40aa", name: "save", file: "app/actions.ts", endpointOf: ["/", "/items/[id]"] },
		{ id: "40bb", name: "$$RSC_SERVER_ACTION_0", file: "app/page.tsx", endpointOf: ["/"] },
	],
	log: "Compiled successfully",
};

test("a lesson in one mode has no switch; one in production says so", () => {
	const plain = fakePlayground();
	renderInLesson(<ModeBar playground={plain.playground} />, plain.playground);
	expect(screen.queryByRole("radio")).toBeNull();
	expect(screen.queryByText(/build/i)).toBeNull();
	cleanup();
	const { playground } = fakePlayground({ mode: "production" });
	renderInLesson(<ModeBar playground={playground} />, playground);
	expect(screen.queryByRole("radio")).toBeNull();
	expect(screen.getByText("Production build")).toBeVisible();
});

test("the switch changes the mode, and not while checks have the app", async () => {
	const { playground, spies, setChecks } = fakePlayground(BOTH);
	renderInLesson(<ModeBar playground={playground} />, playground);
	expect(screen.getByRole("radio", { name: "Development" })).toBeChecked();
	await userEvent.click(screen.getByRole("radio", { name: "Production" }));
	expect(spies.setMode).toHaveBeenCalledExactlyOnceWith("production");
	act(() => setChecks({ proving: "post-only" }));
	expect(screen.getByRole("radio", { name: "Production" })).toBeDisabled();
});

test("on a machine without builds the switch says so, and cannot be turned", () => {
	const { playground } = fakePlayground(BOTH);
	const runner = new FakeRunner();
	runner.modes = ["development"];
	renderInLesson(
		<ModeBar playground={{ ...playground, session: { ...playground.session, runner } }} />,
		playground,
	);
	expect(screen.getByRole("radio", { name: "Production" })).toBeDisabled();
	expect(screen.getByRole("radio", { name: "Development" })).toBeEnabled();
	expect(screen.getByText("Production builds need the playground on your own computer.")).toBeVisible();
});

test("edits that are not built are told of, and can be built", async () => {
	const { playground, spies, setBuild } = fakePlayground(BOTH);
	renderInLesson(<ModeBar playground={playground} />, playground);
	expect(screen.queryByRole("button", { name: "Build again" })).toBeNull();
	act(() => setBuild({ mode: "production" }));
	expect(screen.getByRole("button", { name: "Build again" })).toBeDisabled();
	act(() => setBuild({ outdated: true }));
	expect(screen.getByText("Your edits are not in this build yet.")).toBeVisible();
	await userEvent.click(screen.getByRole("button", { name: "Build again" }));
	expect(spies.rebuild).toHaveBeenCalledOnce();
});

test("the output lists routes with their kinds, and actions with their ids and endpoints", () => {
	const { playground, setBuild } = fakePlayground(BOTH);
	renderInLesson(<BuildPanel playground={playground} />, playground);
	expect(screen.getByText(/Once the app runs/)).toBeVisible();
	act(() => setBuild({ build: BUILD, mode: "production" }));
	const rows = screen.getAllByRole("listitem").map((row) => row.textContent);
	expect(rows).toEqual([
		"saveapp/actions.tsId 40aaIn the server code of /, /items/[id]",
		"inline action 1app/page.tsxId 40bbIn the server code of /",
		"/prerendered by the buildStatic",
		"/items/[id]rendered for each requestDynamic",
	]);
	expect(screen.getByText("abc-1")).toBeVisible();
	act(() => setBuild({ build: null, trouble: "The build cannot be read." }));
	expect(screen.getByRole("alert")).toHaveTextContent("The build cannot be read.");
});
