import { db } from "@/lib/db";

export default async function Page() {
	const count = await db.message.count();

	async function keep() {
		"use server";
		await db.message.create({ data: { name: "claim", text: `there were ${count}` } });
	}

	return (
		<form action={keep}>
			<button type="submit">Count</button>
		</form>
	);
}
