import { describe, expect, it } from "vitest";
import type { Exclusively } from "./locks";
import { lockName } from "./persistence";
import { RECORD_SCHEMA } from "./record";
import { memoryStorage, openWorkspace } from "./testing";

const KEY = "part/lesson";
const leave = () => window.dispatchEvent(new Event("pagehide"));
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** Another tab takes the lock once the lesson is open, and does not give it back. */
function heldByAnother(): { exclusively: Exclusively; hold(): void } {
	let held = false;
	return {
		exclusively: (name, run) => (held && name === lockName(KEY) ? new Promise(() => {}) : run()),
		hold: () => {
			held = true;
		},
	};
}

describe("a page that goes away", () => {
	it("writes what is not yet written, without waiting for another tab", async () => {
		const storage = memoryStorage();
		const { exclusively, hold } = heldByAnother();
		const { actions } = await openWorkspace({ storage, exclusively });
		hold();
		actions.edit("app/page.tsx", "the last key");
		leave();
		await settled();
		expect(storage.values.get(KEY)).toMatchObject({ edits: { "app/page.tsx": "the last key" } });
	});

	it("writes nothing when everything is written", async () => {
		const storage = memoryStorage();
		const { actions, flush } = await openWorkspace({ storage });
		actions.edit("app/page.tsx", "mine");
		await flush();
		storage.writes.length = 0;
		leave();
		await settled();
		expect(storage.writes).toEqual([]);
	});

	it("does not overwrite what it could not read", async () => {
		const kept = { schema: RECORD_SCHEMA, edits: "?" };
		const storage = memoryStorage({ [KEY]: kept });
		storage.fail = new DOMException("no", "UnknownError");
		const { actions } = await openWorkspace({ storage });
		storage.fail = null;
		actions.edit("app/page.tsx", "mine");
		leave();
		await settled();
		expect(storage.values.get(KEY)).toEqual(kept);
	});
});
