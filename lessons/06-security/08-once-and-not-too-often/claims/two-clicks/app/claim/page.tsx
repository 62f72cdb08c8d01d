import { db } from "@/lib/db";

async function note() {
	"use server";
	await db.message.create({ data: { name: "claim", text: "ran" } });
}

export default function Page() {
	return (
		<form action={note}>
			<button type="submit">Note</button>
		</form>
	);
}
