import { db } from "@/lib/db";

export default function Page() {
	async function goOn() {
		"use server";
		await db.message.create({ data: { name: "go on", text: "" } });
	}

	return (
		<form action={goOn}>
			<button type="submit">Go on</button>
		</form>
	);
}
