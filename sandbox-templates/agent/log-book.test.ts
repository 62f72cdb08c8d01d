import { expect, test } from "vitest";
import type { LogEntry } from "@/lib/sandbox/agent-protocol";
import { createLogBook } from "./log-book";

function book() {
	const told: LogEntry[] = [];
	const clock = { now: 1_000_000 };
	const log = createLogBook(
		(entry) => told.push(entry),
		() => clock.now,
	);
	return { log, told, clock };
}

test("numbers lines, keeps their stream, and takes colours out", () => {
	const { log, told } = book();
	log.add("stdout", "\u001b[32m✓\u001b[39m Ready");
	log.add("stderr", "oh");
	expect(told).toEqual([
		{ seq: 1, at: 1_000_000, stream: "stdout", text: "✓ Ready" },
		{ seq: 2, at: 1_000_000, stream: "stderr", text: "oh" },
	]);
	expect(log.tail()).toBe("✓ Ready\noh");
});

test("keeps the last 300 lines", () => {
	const { log } = book();
	for (let line = 1; line <= 301; line++) log.add("stdout", String(line));
	expect(log.entries()).toHaveLength(300);
	expect(log.entries()[0]?.text).toBe("2");
	expect(log.tail(2)).toBe("300\n301");
});

test("thins out a flood and says so in the next second", () => {
	const { log, told, clock } = book();
	for (let line = 0; line < 600; line++) log.add("stdout", "again");
	expect(told).toHaveLength(500);
	clock.now += 1_000;
	log.add("stdout", "later");
	expect(told.slice(500).map(({ text }) => text)).toEqual([
		"[sandbox] 100 more lines were printed within a second and are left out.",
		"later",
	]);
});

test("says at a flush what was left out, once", () => {
	const { log, told } = book();
	for (let line = 0; line < 501; line++) log.add("stdout", "again");
	log.flush();
	log.flush();
	expect(told).toHaveLength(501);
	expect(told.at(-1)?.text).toContain("1 more lines");
});

test("cuts a line that is too long for a browser", () => {
	const { log, told } = book();
	log.add("stdout", "x".repeat(20_000));
	expect(told[0]?.text).toHaveLength(10_002);
});
