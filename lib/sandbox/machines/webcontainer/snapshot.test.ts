import { expect, it } from "vitest";
import { fetchSnapshot } from "./snapshot";

const WHOLE = new Uint8Array(50_000).map((_, index) => index % 251);

/** Answers one request after the other with these; the last one again and again. */
function server(...answers: (() => Response)[]) {
	let asked = 0;
	return {
		asked: () => asked,
		fetch: (async () => answers[Math.min(asked++, answers.length - 1)]!()) as typeof fetch,
	};
}
const whole = () => new Response(WHOLE);
const truncated = () => new Response(WHOLE.slice(0, 20_000));
const broken = () =>
	new Response(
		new ReadableStream({
			start(controller) {
				controller.enqueue(WHOLE.slice(0, 10_000));
				controller.error(new TypeError("network error"));
			},
		}),
	);

const request = (fetching: typeof fetch, signal = new AbortController().signal) => ({
	url: "/snapshot",
	bytes: WHOLE.byteLength,
	fetch: fetching,
	onProgress: () => {},
	signal,
});

it.each([
	["at once", [whole], 1],
	["the second time, after it was truncated", [truncated, whole], 2],
	["the second time, after the connection broke", [broken, whole], 2],
])("gives all bytes %s", async (_, answers, times) => {
	const { fetch, asked } = server(...answers);
	expect(await fetchSnapshot(request(fetch))).toEqual(WHOLE);
	expect(asked()).toBe(times);
});

it("never gives a part, and says what is safe and what to do", async () => {
	const { fetch, asked } = server(truncated);
	await expect(fetchSnapshot(request(fetch))).rejects.toMatchObject({
		code: "start-failed",
		retryable: true,
		message: expect.stringMatching(/20000 bytes instead of 50000.*Your code is kept.*try again/),
	});
	expect(asked()).toBe(2);
});

it("does not ask again where the server said no, or nobody waits any more", async () => {
	const no = server(() => new Response("", { status: 404 }));
	await expect(fetchSnapshot(request(no.fetch))).rejects.toMatchObject({ code: "start-failed" });
	expect(no.asked()).toBe(1);
	const left = server(broken);
	await expect(fetchSnapshot(request(left.fetch, AbortSignal.abort()))).rejects.toMatchObject({
		code: "cancelled",
	});
	expect(left.asked()).toBe(1);
});
