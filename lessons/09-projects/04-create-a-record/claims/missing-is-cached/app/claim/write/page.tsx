import { db } from "@/lib/db";

export default function Page() {
	async function write() {
		"use server";
		await db.message.create({ data: { name: "", text: "here now" } });
	}

	return (
		<form action={write}>
			<button type="submit">Write</button>
		</form>
	);
}
