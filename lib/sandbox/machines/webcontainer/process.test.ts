import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type ContainerProgram, createNewlineReader, superviseProgram } from "./process";

function makeProgram() {
	let say!: ReadableStreamDefaultController<string>;
	let exit!: (code: number) => void;
	const heard: string[] = [];
	const kill = vi.fn();
	const program: ContainerProgram = {
		output: new ReadableStream<string>({
			start: (controller) => {
				say = controller;
			},
		}),
		input: new WritableStream<string>({ write: (text) => void heard.push(text) }),
		exit: new Promise<number>((resolve) => {
			exit = resolve;
		}),
		kill,
	};
	let goneNow!: () => void;
	const gone = new Promise<void>((resolve) => {
		goneNow = resolve;
	});
	return { program, say, exit, heard, kill, gone, goneNow };
}

async function readAll(output: ReadableStream<string>): Promise<string> {
	let text = "";
	for await (const chunk of output) text += chunk;
	return text;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a terminal's line ends", () => {
	it.each([
		[["a\r\nb\r\n"], "a\nb\n"],
		[["a\r", "\nb"], "a\nb"],
		[["a\r", "b"], "a\rb"],
		[["a\r\r\n"], "a\r\n"],
		[["a", "\r", "\n", "\r"], "a\n\r"],
	])("of %j are those of a pipe", (chunks, expected) => {
		const reader = createNewlineReader();
		expect(chunks.map((chunk) => reader.push(chunk)).join("") + reader.end()).toBe(expected);
	});
});

describe("a program", () => {
	it("is heard to its last word, then its output ends", async () => {
		const { program, say, exit, gone } = makeProgram();
		const supervised = superviseProgram(program, { gone });
		say.enqueue("one\r\ntwo\r");
		say.close();
		exit(3);
		expect(await readAll(supervised.output)).toBe("one\ntwo\r");
		expect(await supervised.exit).toBe(3);
	});

	it("whose output is never ended by the host ends a second after it", async () => {
		const { program, say, exit, gone } = makeProgram();
		const supervised = superviseProgram(program, { gone });
		const text = readAll(supervised.output);
		exit(0);
		await vi.advanceTimersByTimeAsync(999);
		say.enqueue("late");
		await vi.advanceTimersByTimeAsync(1);
		expect(await text).toBe("late");
	});

	it("says its exit code though nobody reads", async () => {
		const { program, say, exit, gone } = makeProgram();
		const supervised = superviseProgram(program, { gone });
		await supervised.output.cancel();
		say.enqueue("to nobody");
		exit(7);
		expect(await supervised.exit).toBe(7);
	});

	it("breaks off where the host's stream does", async () => {
		const { program, say, gone } = makeProgram();
		const supervised = superviseProgram(program, { gone });
		say.error(new Error("broken"));
		await expect(readAll(supervised.output)).rejects.toThrow("broken");
	});

	it("takes input until it has ended", async () => {
		const { program, exit, heard, gone } = makeProgram();
		const supervised = superviseProgram(program, { gone });
		await supervised.write("one\n");
		await supervised.write("two\n");
		expect(heard).toEqual(["one\n", "two\n"]);
		exit(0);
		await supervised.exit;
		await expect(supervised.write("three\n")).rejects.toMatchObject({ code: "agent-stopped" });
	});

	it("is killed once, with its end awaited", async () => {
		const { program, exit, kill, gone } = makeProgram();
		const supervised = superviseProgram(program, { gone });
		let over = false;
		const killing = supervised.kill().then(() => {
			over = true;
		});
		expect(kill).toHaveBeenCalledOnce();
		await vi.advanceTimersByTimeAsync(100);
		expect(over).toBe(false);
		exit(143);
		await killing;
		await supervised.kill();
		expect(kill).toHaveBeenCalledOnce();
	});

	it("that does not say that it ended counts as killed after ten seconds", async () => {
		const { program, gone } = makeProgram();
		const supervised = superviseProgram(program, { gone });
		const killing = supervised.kill();
		await vi.advanceTimersByTimeAsync(10_000);
		await killing;
		expect(await supervised.exit).toBe(137);
	});

	it("is killed by its signal", async () => {
		const { program, kill, gone } = makeProgram();
		const stop = new AbortController();
		superviseProgram(program, { gone, signal: stop.signal });
		stop.abort();
		expect(kill).toHaveBeenCalledOnce();
	});

	it("ends with its machine, which tells nobody", async () => {
		const { program, gone, goneNow } = makeProgram();
		const supervised = superviseProgram(program, { gone });
		goneNow();
		expect(await supervised.exit).toBe(137);
	});

	it("whose end cannot be heard of counts as gone", async () => {
		const { program, gone } = makeProgram();
		const exit = Promise.reject(new Error("Proxy has been released"));
		expect(await superviseProgram({ ...program, exit }, { gone }).exit).toBe(137);
	});
});
