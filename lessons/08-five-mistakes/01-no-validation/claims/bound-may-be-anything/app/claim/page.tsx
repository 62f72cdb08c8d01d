import { db } from "@/lib/db";

async function look(amount: number) {
	"use server";
	await db.message.create({ data: { name: "amount", text: JSON.stringify(amount) } });
}

export default function Page() {
	return (
		<form action={look.bind(null, 5)}>
			<button type="submit">Look</button>
		</form>
	);
}
