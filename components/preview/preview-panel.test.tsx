import { act, cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { fakePlayground } from "@/tests/fixtures/playground/fake-playground";
import { renderInLesson } from "@/tests/fixtures/playground/render";
import { toPath } from "./address";
import { PreviewPanel } from "./preview-panel";

afterEach(cleanup);

const READY = {
	state: "ready",
	lesson: "l",
	previewUrl: "http://localhost:4000",
	previewPath: "/",
	mode: "development",
	machine: "This computer",
	refusals: [],
	generation: 1,
} as const;

function open() {
	const fake = fakePlayground();
	fake.setSession(READY);
	const view = renderInLesson(<PreviewPanel playground={fake.playground} />, fake.playground);
	return { ...fake, ...view };
}

const address = () => screen.getByRole("textbox", { name: "Address in the app" });

test("the address bar shows where the app is, and Enter goes elsewhere", async () => {
	const { spies, setPreview } = open();
	act(() => setPreview({ url: "/posts/1" }));
	expect(address()).toHaveValue("/posts/1");
	await userEvent.clear(address());
	await userEvent.type(address(), "http://localhost:4000/about?x=1{Enter}");
	expect(spies.open).toHaveBeenCalledWith("/about?x=1");
});

test("Escape gives the address back", async () => {
	open();
	await userEvent.type(address(), "abc");
	expect(address()).toHaveValue("/abc");
	await userEvent.keyboard("{Escape}");
	expect(address()).toHaveValue("/");
});

test("back, reload, a new tab, and JavaScript off", async () => {
	const { spies, setPreview } = open();
	await userEvent.click(screen.getByRole("button", { name: "Back" }));
	await userEvent.click(screen.getByRole("button", { name: "Reload" }));
	expect(spies.back).toHaveBeenCalledOnce();
	expect(spies.reload).toHaveBeenCalledOnce();
	expect(screen.getByRole("link", { name: "Open in a new tab" })).toHaveAttribute(
		"href",
		"http://localhost:4000/",
	);
	const javaScript = screen.getByRole("switch", { name: "JavaScript" });
	expect(javaScript).toBeChecked();
	await userEvent.click(javaScript);
	expect(spies.setJavaScript).toHaveBeenCalledWith(false);
	act(() => setPreview({ javaScript: false }));
	expect(javaScript).not.toBeChecked();
});

test("the container is given to the preview, and taken away with the panel", () => {
	const { spies, unmount } = open();
	expect(spies.attach).toHaveBeenLastCalledWith(expect.any(HTMLElement));
	unmount();
	expect(spies.attach).toHaveBeenLastCalledWith(null);
});

test("says when checks or a claim use the preview, and what a page is doing", () => {
	const { setChecks, setPreview } = open();
	act(() => setChecks({ run: { state: "running", current: null, done: 0, total: 2 } }));
	expect(screen.getByText("Checks are using the preview")).toBeVisible();
	act(() => setChecks({ run: { state: "idle" }, proving: "post-only" }));
	expect(screen.getByText("A claim is being proved in the preview")).toBeVisible();
	act(() => setPreview({ phase: "hydrating" }));
	expect(screen.getByRole("status")).toHaveTextContent("Hydrating the page");
});

test("nothing can be driven while no app runs, and the notice stands in its place", () => {
	const { setPreview, setSession } = open();
	act(() => {
		setPreview({ origin: null, phase: "empty" });
		setSession({ state: "booting", since: Date.now() });
	});
	expect(screen.getByText("Preparing the app")).toBeVisible();
	expect(screen.getByRole("button", { name: "Reload" })).toBeDisabled();
	expect(address()).toBeDisabled();
	expect(screen.queryByRole("link", { name: "Open in a new tab" })).toBeNull();
});

test("a slow network and a second browser are switched on and off", async () => {
	open();
	const slow = screen.getByRole("button", { name: "Slow network" });
	await userEvent.click(slow);
	expect(slow).toHaveAttribute("aria-pressed", "true");
	const second = screen.getByRole("button", { name: "Second browser" });
	expect(screen.queryByRole("region", { name: "Second browser" })).toBeNull();
	await userEvent.click(second);
	const region = screen.getByRole("region", { name: "Second browser" });
	expect(within(region).getByRole("textbox", { name: "Address in the app" })).toBeEnabled();
	await userEvent.click(second);
	expect(screen.queryByRole("region", { name: "Second browser" })).toBeNull();
});

test.each([
	["guestbook", "/guestbook"],
	["/a?b=1#c", "/a?b=1#c"],
	["https://localhost:4000/x", "/x"],
	["//evil.example/x", "/evil.example/x"],
	["", "/"],
])("%j goes to %s", (typed, path) => expect(toPath(typed)).toBe(path));
