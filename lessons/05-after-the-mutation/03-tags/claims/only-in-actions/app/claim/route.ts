import { updateTag } from "next/cache";

export async function POST() {
	updateTag("posts");
	return new Response("done");
}
