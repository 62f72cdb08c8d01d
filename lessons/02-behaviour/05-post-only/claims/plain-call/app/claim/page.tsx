import { db } from "@/lib/db";

export default async function Page() {
	async function keep() {
		"use server";
		await db.message.create({ data: { name: "claim", text: "ran" } });
	}

	await keep();
	return <p>Kept</p>;
}
