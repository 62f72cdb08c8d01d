import { db } from "@/lib/db";

export default async function Page() {
	const count = await db.message.count();

	async function keepCount() {
		"use server";
		await db.message.create({ data: { name: "claim", text: `There were ${count}` } });
	}

	return (
		<form action={keepCount}>
			<p>Rendered with {count} messages</p>
			<button type="submit">Keep</button>
		</form>
	);
}
