import { db } from "@/lib/db";
import { note } from "./note";

export default function Page() {
	const captured = "captured in the morning";

	async function keep() {
		"use server";
		await db.message.create({ data: { name: "claim", text: captured } });
	}

	return (
		<>
			<form action={note}>
				<button type="submit">Note</button>
			</form>
			<form action={keep}>
				<button type="submit">Keep</button>
			</form>
		</>
	);
}
