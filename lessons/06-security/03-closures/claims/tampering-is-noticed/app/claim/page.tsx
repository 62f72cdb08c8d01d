import { db } from "@/lib/db";

export default function Page() {
	const secret = ["the", "captured", "pelican"].join("-");

	async function keep() {
		"use server";
		await db.message.create({ data: { name: "claim", text: secret } });
	}

	return (
		<form action={keep}>
			<button type="submit">Captured</button>
		</form>
	);
}
