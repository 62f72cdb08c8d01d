import { db } from "@/lib/db";

export default function Page() {
	async function keep() {
		"use server";
		await db.message.create({ data: { name: "claim", text: "ran" } });
	}

	return (
		<form action={keep}>
			<button type="submit">Keep</button>
		</form>
	);
}
