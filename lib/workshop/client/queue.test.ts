import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { RoomFact } from "../contract";
import { emptyQueue, MAX_QUEUED, nextBatch, type Queue, settled, withFact } from "./queue";

const lesson = "forms/first";
const run = (check: string, verdict: "pass" | "fail" = "pass"): RoomFact => ({
	type: "check-run",
	lesson,
	check,
	verdict,
	sourceHash: "h",
});
const code = (text: string, of = lesson): RoomFact => ({
	type: "code-shared",
	lesson: of,
	sourceHash: "h",
	files: { "a.ts": text },
	failing: [],
});
const queueOf = (...facts: RoomFact[]): Queue =>
	facts.reduce<Queue>((queue, fact, at) => withFact(queue, fact, at)!, emptyQueue("client-1"));
const facts = (queue: Queue) => queue.items.map(({ fact }) => fact);

test("of edits, sandbox states, following and code only the newest waits; of the rest everything", () => {
	const queue = queueOf(
		run("a"),
		{ type: "edited", lesson },
		code("1"),
		{ type: "sandbox-changed", state: "booting" },
		{ type: "edited", lesson: "forms/other" },
		{ type: "edited", lesson },
		run("a"),
		code("2"),
		code("3", "forms/other"),
		{ type: "sandbox-changed", state: "ready" },
	);
	expect(facts(queue)).toEqual([
		run("a"),
		{ type: "edited", lesson: "forms/other" },
		{ type: "edited", lesson },
		run("a"),
		code("2"),
		code("3", "forms/other"),
		{ type: "sandbox-changed", state: "ready" },
	]);
});

test("what was sent once stays as it was, under its number", () => {
	const first = nextBatch(queueOf({ type: "edited", lesson }, run("a")));
	const later = withFact(first.queue, { type: "edited", lesson }, 9)!;
	const again = nextBatch(later);
	expect(again.events.slice(0, 2)).toEqual(first.events);
	expect(again.events.map(({ seq }) => seq)).toEqual([0, 1, 2]);
	expect(facts(settled(again.queue, again.events))).toEqual([]);
});

test("code that was not sent does not leave once consent is revoked", () => {
	const queue = queueOf(code("1"), code("2", "forms/other"), { type: "consent-revoked", to: "code" });
	expect(facts(queue)).toEqual([{ type: "consent-revoked", to: "code" }]);
	const one = queueOf(code("1"), code("2", "forms/other"), {
		type: "consent-revoked",
		to: "approach",
		lesson,
	});
	expect(facts(one)).toHaveLength(2);
});

test("one code snapshot a request, and no more than asked for", () => {
	const queue = queueOf(code("1"), code("2", "forms/other"), run("a"));
	const first = nextBatch(queue);
	expect(first.events).toHaveLength(1);
	expect(nextBatch(settled(first.queue, first.events)).events).toHaveLength(2);
	expect(nextBatch(queueOf(run("a"), run("b"), run("c")), 2).events).toHaveLength(2);
});

test("however it is sent, the hub sees every number once, in order, without a gap", () => {
	const step = fc.oneof(
		fc.record({
			do: fc.constant("tell" as const),
			fact: fc.constantFrom(run("a"), code("x"), run("b", "fail")),
		}),
		fc.record({ do: fc.constant("send" as const), arrives: fc.boolean(), answered: fc.boolean() }),
	);
	fc.assert(
		fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 4 }), (steps, most) => {
			let queue = emptyQueue("client-1");
			const hub = new Map<number, string>();
			const send = (arrives: boolean, answered: boolean) => {
				const batch = nextBatch(queue, most);
				queue = batch.queue;
				if (!arrives) return;
				for (const event of batch.events) {
					const text = JSON.stringify(event);
					expect(hub.get(event.seq) ?? text).toBe(text);
					expect(event.seq).toBeLessThanOrEqual(hub.size);
					hub.set(event.seq, text);
				}
				if (answered) queue = settled(queue, batch.events);
			};
			let told = 0;
			for (const each of steps) {
				if (each.do === "send") {
					send(each.arrives, each.answered);
					continue;
				}
				if (each.fact.type === "check-run") told += 1;
				queue = withFact(queue, each.fact, 1)!;
			}
			while (queue.items.length > 0) send(true, true);
			const runs = [...hub.values()].filter((text) => text.includes('"check-run"'));
			expect(runs).toHaveLength(told);
		}),
	);
});

test("a full queue gives up red runs, never a pass", () => {
	let queue: Queue = {
		...emptyQueue("client-1"),
		items: Array.from({ length: MAX_QUEUED }, (_, at) => ({
			at,
			seq: null,
			fact: run("a", at === 5 ? "fail" : "pass"),
		})),
	};
	queue = withFact(queue, run("b"), 1)!;
	expect(queue.items).toHaveLength(MAX_QUEUED);
	expect(facts(queue)).not.toContainEqual(run("a", "fail"));
	expect(withFact(queue, run("c"), 2)).toBeNull();
});
