import { updateTag } from "next/cache";

export async function POST() {
	updateTag("orders");
	return new Response("done");
}
