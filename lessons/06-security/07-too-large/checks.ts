import type { CheckContext, HttpResponse } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const MEGABYTE = 1024 * 1024;
/** Bytes of the largest photo that is welcome. */
const LARGEST = 1.5 * MEGABYTE;

/** Milliseconds. Large bodies and the first error page of a development server take their time. */
const PATIENCE = 60_000;

/** Sends a photo of this many bytes with JavaScript off. */
async function sendPhoto({ http, expect }: CheckContext, bytes: number): Promise<HttpResponse> {
	const page = await http.get("/", { timeoutMs: PATIENCE });
	expect(page, "The page answered with an error. The server log says why.").toHaveStatus(200);
	const photo = new File([new Uint8Array(bytes)], "cat.jpg", { type: "image/jpeg" });
	return page.form("Photo").submit({ photo }, { button: "Send", timeoutMs: PATIENCE, followRedirect: true });
}

async function stored({ db }: CheckContext): Promise<unknown[]> {
	return (await db.table("message")).map(({ text }) => text);
}

const docs = "https://nextjs.org/docs/app/api-reference/config/next-config-js/serverActions";

export default defineChecks([
	{
		id: "small-photo-is-stored",
		title: "A small photo is stored, an empty one is not",
		points: ["F11"],
		hints: [
			"Send a small picture. Is it listed?",
			"Only photos of more than 1.5 MB are turned away.",
			"if (photo.size > 1.5 * 1024 * 1024) return { message: … };",
		],
		docs: "https://nextjs.org/docs/app/guides/forms",
		async run(context) {
			await sendPhoto(context, 10_000);
			context
				.expect(await stored(context), "A photo of 10,000 bytes was sent, and not stored.")
				.toEqual(["10000 bytes"]);
			const { status } = await sendPhoto(context, 0);
			context
				.expect(await stored(context), "A photo of 0 bytes was sent, which is none, and it was stored.")
				.toEqual(["10000 bytes"]);
			context
				.expect(status, "A photo of 0 bytes, which is none, was answered with an error of the server.")
				.toBeLessThan(500);
		},
	},
	{
		id: "full-size-is-stored",
		title: "A photo of 1.5 MB is stored",
		points: ["F11"],
		hints: [
			"What does the server log say when a photo of 1.5 MB is sent?",
			"`bodySizeLimit` counts the whole request, which is a little larger than the photo.",
			'experimental: {\n\tserverActions: { bodySizeLimit: "2mb" },\n},',
		],
		docs,
		async run(context) {
			const answer = await sendPhoto(context, LARGEST);
			context
				.expect(
					await stored(context),
					`A photo of exactly 1.5 MB was sent, and not stored. The answer had status ${answer.status}.`,
				)
				.toEqual([`${LARGEST} bytes`]);
		},
	},
	{
		id: "too-large-is-explained",
		title: "Whoever sends more is told what the limit is",
		points: ["F11"],
		requires: ["small-photo-is-stored"],
		hints: [
			"Send a photo of 1.7 MB. What do you get to read?",
			"The request fits through `bodySizeLimit`, so the action runs. Let it look at the size, and return a message.",
			'if (photo.size > 1.5 * 1024 * 1024) return { message: "That photo is too large. The limit is 1.5 MB." };',
		],
		docs: "https://developer.mozilla.org/en-US/docs/Web/API/Blob/size",
		async run(context) {
			const answer = await sendPhoto(context, LARGEST + 100_000);
			context
				.expect(
					await stored(context),
					"A photo of a little more than 1.5 MB was stored. Check its size in the action.",
				)
				.toEqual([]);
			context
				.expect(
					answer,
					"A photo of a little more than 1.5 MB was answered with an error, and not with an explanation.",
				)
				.toHaveStatus(200);
			context
				.expect(answer, "The answer does not say that the photo is too large.")
				.toShow(/too large.*1\.5\s*MB/i);
		},
	},
	{
		id: "the-wall-stands",
		title: "What is far too large does not reach the action",
		points: ["F11"],
		requires: ["small-photo-is-stored"],
		hints: [
			"How much does the largest form of this app need?",
			"Before an action can refuse anything, its whole body has been read. Keep the limit close to what you need.",
			'serverActions: { bodySizeLimit: "2mb" },',
		],
		docs,
		async run(context) {
			const answer = await sendPhoto(context, 2.7 * MEGABYTE);
			context
				.expect(
					answer.status,
					"A request of 2.7 MB was read to its end and handed to the app's code. Nothing beyond 2.5 MB should get that far.",
				)
				.toBeGreaterThan(399);
			context.expect(await stored(context), "A photo of 2.7 MB was stored.").toEqual([]);
		},
	},
]);
