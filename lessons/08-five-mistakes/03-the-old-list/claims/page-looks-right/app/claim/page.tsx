import { updateTag } from "next/cache";
import { db } from "@/lib/db";

export default async function Page() {
	async function write() {
		"use server";
		await db.message.create({ data: { name: "", text: "" } });
		updateTag("nobody-has-this-tag");
	}

	return (
		<form action={write}>
			<p>Rows: {await db.message.count()}</p>
			<button type="submit">Write</button>
		</form>
	);
}
