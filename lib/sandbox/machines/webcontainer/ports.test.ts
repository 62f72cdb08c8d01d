import { expect, it } from "vitest";
import { PortBook } from "./ports";

const never = new AbortController().signal;

it("knows a port from its opening to its closing, without a slash at the end", () => {
	const ports = new PortBook();
	expect(() => ports.urlOf(3000)).toThrow(expect.objectContaining({ code: "not-running", retryable: true }));
	ports.opened(3000, "https://app--3000.example/");
	expect(ports.urlOf(3000)).toBe("https://app--3000.example");
	ports.closed(3000);
	expect(() => ports.urlOf(3000)).toThrow(expect.objectContaining({ code: "not-running" }));
});

it("tells everyone who waits for that port, and nobody else", async () => {
	const ports = new PortBook();
	const stop = new AbortController();
	const other = ports.whenOpen(4000, stop.signal);
	const both = Promise.all([ports.whenOpen(3000, never), ports.whenOpen(3000, never)]);
	ports.opened(3000, "https://a.example");
	expect(await both).toEqual(["https://a.example", "https://a.example"]);
	expect(await ports.whenOpen(3000, never)).toBe("https://a.example");
	stop.abort();
	await expect(other).rejects.toMatchObject({ code: "cancelled" });
});

it("does not wait under a signal that is aborted already", async () => {
	const ports = new PortBook();
	ports.opened(3000, "https://a.example");
	await expect(ports.whenOpen(3000, AbortSignal.abort())).rejects.toMatchObject({ code: "cancelled" });
});
