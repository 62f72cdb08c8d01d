import { db } from "@/lib/db";

export default function Page() {
	const known = "of the component";

	async function note() {
		"use server";
		await db.message.create({ data: { name: "claim", text: known } });
	}

	return (
		<form action={note}>
			<button type="submit">Note</button>
		</form>
	);
}
