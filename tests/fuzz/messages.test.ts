import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createConnection } from "@/lib/sandbox/bridge/connection";
import { isSandboxError } from "@/lib/sandbox/errors";
import type { MachineProcess } from "@/lib/sandbox/machine";
import { readJson } from "@/lib/sandbox/machines/local/server/answers";
import { isInside, placeOf } from "@/lib/sandbox/machines/local/server/paths";
import { mountBodySchema, writeBodySchema } from "@/lib/sandbox/machines/local/wire";
import { openAgentChannel } from "@/lib/sandbox/runner/agent-channel";
import { createRoomSchema, isHubError, sendCommandSchema, sendEventsSchema } from "@/lib/workshop/contract";
import { parse } from "@/lib/workshop/server/http";
import { assertCleanPrototypes, damaged, damagedText, json, RUNS, text } from "./arbitraries";

const state = { url: "/", title: "", hydrated: true, marks: [], text: "", overlay: null };

test("a forged message of the preview is nothing, or answers what was asked in its own shape", async () => {
	const messages = fc.array(
		fc.oneof(
			json,
			damaged({ type: "reply", id: 1, value: state }),
			damaged({ type: "refused", id: 1, message: "no" }),
			damaged({ type: "console", level: "log", text: "x" }),
			json.map((value) => ({ type: "reply", id: 1, value })),
		),
		{ maxLength: 8 },
	);
	await fc.assert(
		fc.asyncProperty(messages, async (forged) => {
			const sent: unknown[] = [];
			const port = {
				postMessage: (message: unknown) => sent.push(message),
				close() {},
				onmessage: null,
			} as unknown as MessagePort;
			const told: { type: string }[] = [];
			const connection = createConnection(port, (message) => told.push(message));
			const answer = connection.call({ type: "state" }, new AbortController().signal).then(
				(value) => ({ value }),
				(error: unknown) => ({ error }),
			);
			for (const data of forged) port.onmessage?.({ data } as MessageEvent);
			connection.close();
			const came = await answer;
			if ("error" in came) expect(isSandboxError(came.error)).toBe(true);
			else expect(Object.keys(came.value as object).sort()).toEqual(Object.keys(state).sort());
			for (const { type } of told)
				expect(["location", "hydrated", "left", "console", "pageerror"]).toContain(type);
			assertCleanPrototypes();
		}),
		{ numRuns: RUNS },
	);
});

test("whatever an agent prints, however it is cut, every call ends and nothing is thrown", async () => {
	const reply = JSON.stringify({ type: "reply", id: 1, ok: true, value: 1 });
	const line = fc.oneof(
		text,
		json.map((value) => JSON.stringify(value) ?? ""),
		damagedText(reply),
		fc.constant(reply),
	);
	await fc.assert(
		fc.asyncProperty(
			fc.array(line, { maxLength: 12 }),
			fc.array(fc.nat(), { maxLength: 12 }),
			async (lines, cuts) => {
				const whole = lines.join("\n");
				const places = [0, ...cuts.map((cut) => cut % (whole.length + 1)), whole.length].sort(
					(a, b) => a - b,
				);
				const pieces = places.slice(1).map((to, index) => whole.slice(places[index], to));
				const process: MachineProcess = {
					write: async () => {},
					output: new ReadableStream({
						start(controller) {
							for (const piece of pieces) controller.enqueue(piece);
							controller.close();
						},
					}),
					exit: new Promise(() => {}),
					kill: async () => {},
				};
				let ended = 0;
				const stray: string[] = [];
				const channel = openAgentChannel(process, {
					onEvent: ({ type }) => expect(["next", "log", "exchange"]).toContain(type),
					onStrayLine: (one) => stray.push(one),
					onEnd: () => ended++,
				});
				const outcome = await channel
					.call({ type: "status" }, (value) => value)
					.then(
						() => "answered",
						(error: unknown) => (isSandboxError(error) ? error.code : String(error)),
					);
				expect(["answered", "agent-stopped"]).toContain(outcome);
				expect(ended).toBe(1);
				assertCleanPrototypes();
			},
		),
		{ numRuns: RUNS },
	);
});

/** Whether `file` has a place inside a machine, or is refused by name. */
function placed(file: string): boolean {
	try {
		return isInside("/machine", placeOf("/machine", file));
	} catch (error) {
		return isSandboxError(error) && error.code === "bad-path";
	}
}

test("a body of the machines' surface has its shape, or is refused and named", async () => {
	const valid = { write: { "app/page.tsx": "x" }, remove: ["app/old.tsx"] };
	const body = fc.oneof(
		text,
		damagedText(JSON.stringify(valid)),
		fc.oneof(json, damaged(valid)).map((value) => JSON.stringify(value) ?? ""),
	);
	await fc.assert(
		fc.asyncProperty(body, async (given) => {
			for (const schema of [writeBodySchema, mountBodySchema]) {
				const request = new Request("http://localhost/", { method: "POST", body: given });
				try {
					const read = (await readJson(request, schema, 10_000)) as { write?: object; files?: object };
					// What a path may say is the machine's affair, which answers `bad-path`.
					for (const file of Object.keys(read.write ?? read.files ?? {})) expect(placed(file)).toBe(true);
				} catch (error) {
					expect([isSandboxError(error), (error as { code?: string }).code]).toEqual([true, "bad-request"]);
				}
			}
			assertCleanPrototypes();
		}),
		{ numRuns: RUNS },
	);
});

test("what comes to the hub has its shape, or is refused whole", () => {
	const room = {
		title: "Room",
		agenda: [{ lesson: "forms/zod", title: "Zod", minutes: 5, checks: [{ id: "stores", title: "Stores" }] }],
	};
	const stamp = { clientId: "client-1", seq: 0, at: 1 };
	const sent = {
		sentAt: 1,
		events: [
			{ ...stamp, type: "lesson-opened", lesson: "forms/zod" },
			{
				...stamp,
				seq: 1,
				type: "code-shared",
				lesson: "forms/zod",
				sourceHash: "abc",
				files: { "app/page.tsx": "x" },
				failing: [],
			},
		],
	};
	const command = { id: "command-1", command: { type: "announce", text: "Hello" } };
	for (const [schema, valid] of [
		[createRoomSchema, room],
		[sendEventsSchema, sent],
		[sendCommandSchema, command],
	] as const) {
		expect(() => parse(JSON.stringify(valid), schema)).not.toThrow();
		const body = fc.oneof(
			text,
			damagedText(JSON.stringify(valid)),
			fc.oneof(json, damaged(valid)).map((value) => JSON.stringify(value) ?? ""),
		);
		fc.assert(
			fc.property(body, (given) => {
				try {
					parse(given, schema);
				} catch (error) {
					expect([isHubError(error), (error as { code?: string }).code]).toEqual([true, "bad-request"]);
				}
				assertCleanPrototypes();
			}),
			{ numRuns: RUNS },
		);
	}
});
