import { cookies } from "next/headers";
import { db } from "@/lib/db";

async function keep() {
	"use server";
	const name = (await cookies()).get("nickname")?.value ?? "nobody";
	await db.message.create({ data: { name: "claim", text: name } });
}

export default function Page() {
	return (
		<form action={keep}>
			<button type="submit">Who</button>
		</form>
	);
}
