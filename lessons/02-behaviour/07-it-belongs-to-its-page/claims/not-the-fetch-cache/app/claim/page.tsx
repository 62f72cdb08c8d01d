import { headers } from "next/headers";
import { db } from "@/lib/db";

export const fetchCache = "force-cache";

async function ask(who: string): Promise<string> {
	const host = (await headers()).get("host");
	return (await fetch(`http://${host}/claim/count?${who}`)).text();
}

export default async function Page() {
	const rendered = await ask("page");

	async function fetchTwice() {
		"use server";
		const [first, second] = [await ask("action"), await ask("action")];
		await db.message.create({ data: { name: "claim", text: first === second ? "the same" : "two answers" } });
	}

	return (
		<form action={fetchTwice}>
			<p role="status">{rendered}</p>
			<button type="submit">Fetch twice</button>
		</form>
	);
}
