import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Exchange } from "@/lib/sandbox/agent-protocol";
import { SandboxError } from "@/lib/sandbox/errors";
import { element, FakePreview } from "@/tests/fakes/preview";
import { FakeRunner, htmlResponse } from "@/tests/fakes/runner";
import type { CheckContext, CheckDefinition, CheckResult } from "../types";
import { type RunDependencies, runChecks, runClaim } from "./run";

let runner: FakeRunner;
let preview: FakePreview;
let controller: AbortController;
let layFiles: RunDependencies["layFiles"];
beforeEach(() => {
	runner = new FakeRunner();
	runner.next = { state: "ready", mode: "development", port: 4000 };
	preview = new FakePreview();
	controller = new AbortController();
	layFiles = async () => {};
});
afterEach(() => controller.abort());

function check(run: CheckDefinition["run"], more: Partial<CheckDefinition> = {}): CheckDefinition {
	return { id: "it", title: "It works", points: [], hints: ["", "", ""], run, ...more };
}

async function run(...checks: CheckDefinition[]): Promise<CheckResult[]> {
	return runChecks(checks, {
		runner,
		preview,
		layFiles,
		sourceHash: "h",
		signal: controller.signal,
		deadlineMs: 2_000,
	});
}

async function one(body: (context: CheckContext) => Promise<void>): Promise<CheckResult> {
	const [result] = await run(check(body));
	return result!;
}

function action(overrides: Partial<Exchange> = {}): Exchange {
	const body = { encoding: "utf8" as const, data: "", size: 0, truncated: false };
	return {
		id: "e",
		seq: 1,
		at: 0,
		durationMs: 1,
		initiator: "preview",
		method: "POST",
		url: "/",
		requestHeaders: [["next-action", "40"]],
		requestBody: body,
		status: 200,
		responseHeaders: [],
		responseBody: body,
		aborted: false,
		...overrides,
	};
}

describe("the four verdicts", () => {
	it("passes when every assertion holds", async () => {
		expect(await one(async ({ expect: is }) => is(1).toBe(1))).toMatchObject({
			verdict: "pass",
			assertions: 1,
		});
	});

	it("fails with what was expected and observed, and the author's sentence", async () => {
		const result = await one(async ({ expect: is }) => is([1], "Only one, please").toEqual([2]));
		expect(result).toMatchObject({
			verdict: "fail",
			message: "Only one, please",
			expected: "[2]",
			observed: "[1]",
		});
	});

	it("is blocked by its own word and by a check it requires", async () => {
		const [first, second, third] = await run(
			check(async ({ fail }) => fail("no"), { id: "first", title: "First" }),
			check(async ({ expect: is }) => is(1).toBe(1), { id: "second", requires: ["first"] }),
			check(async ({ blocked }) => blocked("nothing to look at"), { id: "third" }),
		);
		expect([first?.verdict, second?.verdict, third?.verdict]).toEqual(["fail", "blocked", "blocked"]);
		expect(second?.message).toContain("First");
		expect(third?.message).toBe("nothing to look at");
	});

	it.each([
		["asserts nothing", async () => {}, "asserted nothing"],
		["throws something of its own", async () => JSON.parse("{"), "fault"],
		["never ends", () => new Promise<void>(() => {}), "did not end within 2 seconds"],
	])("is broken when it %s", async (_, body, phrase) => {
		const result = await one(body as () => Promise<void>);
		expect(result.verdict).toBe("broken");
		expect(result.message).toContain(phrase);
	});

	it("is broken when an await is missing, although the assertion would have failed", async () => {
		preview.elements = [element({ text: "no" })];
		const result = await one(async ({ page, expect: is }) => {
			is(1).toBe(1);
			void is(page.getByText("yes")).toHaveText("yes");
		});
		expect(result).toMatchObject({ verdict: "broken" });
		expect(result.message).toContain("did not await");
	});

	it("is broken, never failed, when Next.js ends in the middle, even when it is up again at once", async () => {
		const result = await one(async ({ expect: is }) => {
			runner.crash();
			runner.setNext({ state: "ready", mode: "development", port: 4000 });
			is(1).toBe(2);
		});
		expect(result).toMatchObject({ verdict: "broken" });
		expect(result.message).toContain("process ended");
	});

	it("says of an app that passed a limit which one it was", async () => {
		const result = await one(async () => {
			runner.setNext({
				state: "exited",
				mode: "development",
				code: null,
				signal: null,
				logTail: "",
				limit: { of: "processes", allowed: 68 },
			});
			throw new Error("the request failed");
		});
		expect(result).toMatchObject({ verdict: "broken" });
		expect(result.message).toContain("more than 68 processes");
	});

	it("is broken when the app hangs in a loop", async () => {
		const result = await one(async ({ http }) => {
			runner.setNext({ state: "unresponsive", mode: "development", port: 4000, blockedMs: 6000 });
			runner.handler = () => {
				throw new SandboxError("no-answer", "no answer");
			};
			await http.get("/");
		});
		expect(result.verdict).toBe("broken");
		expect(result.message).toContain("loop");
	});

	it("fails when a healthy app leaves a request unanswered", async () => {
		runner.handler = () => {
			throw new SandboxError("no-answer", "no answer");
		};
		const result = await one(async ({ http }) => void (await http.get("/")));
		expect(result).toMatchObject({ verdict: "fail", observed: "no answer" });
	});

	it("asks for the app by the name under which the browser sees it, unless the check names another", async () => {
		const hosts: (string | undefined)[] = [];
		runner.handler = ({ headers }) => {
			hosts.push(headers?.find(([name]) => name === "host")?.[1]);
			return htmlResponse("");
		};
		await one(async ({ http }) => {
			await http.get("/");
			await http.get("/", { headers: { host: "evil.example" } });
		});
		expect(hosts).toEqual([new URL(runner.previewUrl() ?? "").host, "evil.example"]);
	});

	it("ends with the signal's reason when it is cancelled", async () => {
		const running = run(check(() => new Promise<void>(() => {})));
		controller.abort(new Error("newer run"));
		await expect(running).rejects.toThrow("newer run");
	});
});

it("resets the data before each check and does not carry cookies from one to the next", async () => {
	runner.handler = () => htmlResponse("", { headers: [["set-cookie", "a=1; Path=/"]] });
	const sent: (string | undefined)[] = [];
	const body = async ({ http, expect: is }: CheckContext) => {
		await http.get("/");
		is(http.cookies.get("a")?.value).toBe("1");
	};
	const original = runner.request.bind(runner);
	runner.request = (request, signal) => {
		sent.push(request.headers?.find(([name]) => name === "cookie")?.[1]);
		return original(request, signal);
	};
	const results = await run(check(body, { id: "a" }), check(body, { id: "b" }));
	expect(results.map((result) => result.verdict)).toEqual(["pass", "pass"]);
	expect(sent).toEqual([undefined, undefined]);
	expect(runner.calls.filter((call) => call === "resetData")).toHaveLength(2);
});

describe("http", () => {
	it("sends a form with its hidden fields, an Origin and the jar's cookies, and follows a redirect when asked", async () => {
		const seen: string[] = [];
		runner.handler = (request) => {
			seen.push(`${request.method} ${request.path}`);
			if (request.method === "POST") {
				expect(request.headers).toContainEqual(["origin", "http://localhost:4000"]);
				expect(request.headers).toContainEqual(["cookie", "v=1"]);
				expect(atob(request.body ?? "")).toContain("$ACTION_ID_40");
				return { ...htmlResponse(""), status: 303, headers: [["location", "http://localhost:4000/done"]] };
			}
			if (request.path === "/done") return htmlResponse("<h1>Done</h1>");
			return htmlResponse(
				'<form method="post" enctype="multipart/form-data"><input type="hidden" name="$ACTION_ID_40"><input name="m" aria-label="Message"><button>Send</button></form>',
				{ headers: [["set-cookie", "v=1"]] },
			);
		};
		const result = await one(async ({ http, expect: is }) => {
			const page = await http.get("/");
			const done = await page.form("Message").submit({ m: "x" }, { followRedirect: true });
			is(done).toShow("Done");
		});
		expect(result).toMatchObject({ verdict: "pass" });
		expect(seen).toEqual(["GET /", "POST /", "GET /done"]);
		expect(result.did).toEqual([
			"Requested GET /",
			"Sent the form with “Send”, without JavaScript",
			"Followed the redirect to /done",
		]);
	});

	it("fails with the page's text when the form is not there, and says so plainly when the page is an error", async () => {
		runner.handler = () => htmlResponse("<p>Nothing here</p>");
		expect(await one(async ({ http }) => void (await http.get("/")).form("Name"))).toMatchObject({
			verdict: "fail",
			observed: "no form on the page",
		});
		runner.handler = () => htmlResponse("", { status: 500 });
		const broken = await one(async ({ http }) => void (await http.get("/")).form("Name"));
		expect(broken.message).toContain("answered with an error (500)");
	});

	it.each([
		[
			"toHaveStatus",
			(context: CheckContext) => context.http.get("/").then((page) => context.expect(page).toHaveStatus(204)),
		],
		[
			"toRedirectTo",
			(context: CheckContext) =>
				context.http.get("/").then((page) => context.expect(page).toRedirectTo("/x")),
		],
		[
			"toShow",
			(context: CheckContext) => context.http.get("/").then((page) => context.expect(page).toShow("Bye")),
		],
		[
			"toSetCookie",
			(context: CheckContext) =>
				context.http.get("/").then((page) => context.expect(page).toSetCookie("c", { httpOnly: true })),
		],
		[
			"not.toShow",
			(context: CheckContext) =>
				context.http.get("/").then((page) => context.expect(page).not.toShow("Hello")),
		],
	])("%s can fail", async (_, body) => {
		runner.handler = () => htmlResponse("<p>Hello</p>", { headers: [["set-cookie", "c=1"]] });
		expect((await one(body)).verdict).toBe("fail");
	});
});

describe("page", () => {
	it("clears the cookies with the first load of a check only", async () => {
		await one(async ({ page, expect: is }) => {
			await page.goto("/a");
			await page.goto("/b");
			is(1).toBe(1);
		});
		expect(preview.calls.filter((call) => call.startsWith("goto"))).toEqual([
			"goto /__sandbox/clear-cookies?to=%2Fa",
			"goto /b",
		]);
	});

	it("fails at once when the document is answered with an error", async () => {
		preview.onGoto = async () => {
			runner.record(action({ method: "GET", requestHeaders: [], url: "/a", status: 500 }));
			await new Promise(() => {});
		};
		const result = await one(async ({ page }) => page.goto("/a"));
		expect(result).toMatchObject({ verdict: "fail", observed: "status 500" });
	});

	it("takes the bridge's refusal for the learner's page, and silence of a page that never came for ours", async () => {
		preview.answer = (command) => {
			if (command.type === "act") throw new SandboxError("bad-request", "Found no button “Add”.");
		};
		const refused = await one(async ({ page }) => page.getByRole("button", { name: "Add" }).click());
		expect(refused).toMatchObject({ verdict: "fail", message: "Found no button “Add”." });
		preview.onGoto = async () => {
			throw new SandboxError("no-answer", "The preview did not answer.");
		};
		expect((await one(async ({ page }) => page.goto("/a"))).verdict).toBe("broken");
	});

	it("waits for an assertion on the page to come true, and shows the element's HTML when it does not", async () => {
		let reads = 0;
		preview.answer = (command) =>
			command.type === "query" ? [element({ text: ++reads < 3 ? "old" : "new" })] : undefined;
		expect(
			(await one(async ({ page, expect: is }) => is(page.getByRole("status")).toHaveText("new"))).verdict,
		).toBe("pass");
		preview.answer = () => undefined;
		preview.elements = [element({ text: "old", html: "<b>old</b>" })];
		const failed = await one(async ({ page, expect: is }) =>
			is(page.getByRole("status")).toHaveText("new", { timeoutMs: 30 }),
		);
		expect(failed).toMatchObject({ verdict: "fail", observed: '"old"' });
		expect(failed.evidence).toContainEqual({ kind: "html", label: "status", html: "<b>old</b>" });
	});
});

it("exchanges tells Server Action calls from other requests, and only those of this check", async () => {
	runner.record(action({ seq: 1 }));
	const result = await one(async ({ exchanges, expect: is }) => {
		runner.record(action({ seq: 2, method: "GET", requestHeaders: [] }));
		const found = exchanges.waitFor("a call", (exchange) => exchange.seq === 3);
		runner.record(action({ seq: 3 }));
		is((await found).seq).toBe(3);
		is(exchanges.actions()).toHaveLength(1);
	});
	expect(result).toMatchObject({ verdict: "pass", assertions: 2 });
});

describe("sandbox and build", () => {
	const laid: Record<string, string | null>[] = [];
	beforeEach(() => {
		laid.length = 0;
		layFiles = async (files) => {
			laid.push(files);
			runner.setNext({ state: "starting", mode: "production", stage: "building" });
			await new Promise((resolve) => setTimeout(resolve, 5));
			if (files["next.config.ts"] === "broken") {
				runner.setNext({
					state: "exited",
					mode: "production",
					code: 1,
					signal: null,
					logTail: "Invalid key",
					building: true,
				});
				throw new SandboxError("not-running", "The production build failed.");
			}
			runner.setNext({ state: "ready", mode: "production", port: 4000 });
		};
	});

	it("lays files over one another, counts no restart against the check, and undoes them before the next", async () => {
		const seen: number[] = [];
		const results = await run(
			check(async ({ sandbox, expect: is }) => {
				await sandbox.change({ "a.ts": "1" });
				await sandbox.change({ "b.ts": null });
				is(laid).toEqual([{ "a.ts": "1" }, { "a.ts": "1", "b.ts": null }]);
			}),
			check(
				async ({ expect: is }) => {
					seen.push(laid.length);
					is(laid.at(-1)).toEqual({});
				},
				{ id: "next" },
			),
		);
		expect(results.map(({ verdict, message }) => [verdict, message])).toEqual([
			["pass", ""],
			["pass", ""],
		]);
		expect(results[0]?.did).toEqual(["Changed a.ts", "Changed b.ts"]);
		expect(seen).toEqual([3]);
	});

	it("leaves a claim's files where they are", async () => {
		const claim = { id: "c", statement: "It is so", points: [] };
		const result = await runClaim(
			{
				...claim,
				run: async ({ sandbox, expect: is }) => {
					await sandbox.change({ "a.ts": "1" });
					is(1).toBe(1);
				},
			},
			{ runner, preview, layFiles, sourceHash: "h", signal: controller.signal },
		);
		expect(result.verdict).toBe("pass");
		expect(laid).toEqual([{ "a.ts": "1" }]);
	});

	it("fails when the app does not start with the files, or starts although it must not", async () => {
		const broken = { "next.config.ts": "broken" };
		expect(await one(async ({ sandbox }) => sandbox.change(broken))).toMatchObject({
			verdict: "fail",
			observed: "Invalid key",
		});
		const refused = await one(async ({ sandbox, expect: is }) => {
			is(await sandbox.changeRefused(broken)).toContain("Invalid key");
		});
		expect(refused).toMatchObject({ verdict: "pass", assertions: 2 });
		expect(
			await one(async ({ sandbox }) => void (await sandbox.changeRefused({ "a.ts": "" }))),
		).toMatchObject({
			verdict: "fail",
			observed: "an app that runs",
		});
	});

	it("does not count a build against the check's deadline, but everything else", async () => {
		const quick = layFiles;
		layFiles = async (files, signal) => {
			await new Promise((resolve) => setTimeout(resolve, 800));
			return quick(files, signal);
		};
		const deps = { runner, preview, layFiles, sourceHash: "h", signal: controller.signal, deadlineMs: 400 };
		const slowBuild = check(async ({ sandbox, expect: is }) => {
			await sandbox.change({ "a.ts": "" });
			is(1).toBe(1);
		});
		const slowCheck = check(async ({ sandbox }) => {
			await sandbox.change({ "a.ts": "" });
			await new Promise((resolve) => setTimeout(resolve, 5_000));
		});
		expect((await runChecks([slowBuild], deps))[0]?.verdict).toBe("pass");
		expect((await runChecks([slowCheck], deps))[0]?.message).toContain("did not end within 0.4 seconds");
	});

	it("reads the build", async () => {
		runner.build = { ...runner.build, routes: [{ path: "/", kind: "static" }], log: "✓ Compiled" };
		const result = await one(async ({ build, expect: is }) => {
			const { routes, log } = await build.read();
			is(routes).toEqual([{ path: "/", kind: "static" }]);
			is(log).toContain("Compiled");
		});
		expect(result).toMatchObject({ verdict: "pass", did: ["Read what Next.js made of the app"] });
	});
});
