import { db } from "@/lib/db";

const LARGEST = 1.5 * 1024 * 1024;

const goTo = (answer: string) =>
	new Response(null, { status: 303, headers: { location: `/?answer=${answer}` } });

export async function POST(request: Request) {
	// Before anything is read.
	const length = Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY);
	if (length > LARGEST + 512 * 1024) return new Response("Too large.", { status: 413 });

	const photo = (await request.formData()).get("photo");
	if (!(photo instanceof File) || photo.size === 0) return goTo("none");
	if (photo.size > LARGEST) return goTo("too-large");
	await db.message.create({ data: { name: photo.name, text: `${photo.size} bytes` } });
	return goTo("thanks");
}
