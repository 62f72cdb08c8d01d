import { db } from "@/lib/db";

async function note(text: string) {
	"use server";
	await db.message.create({ data: { name: "claim", text } });
}

export default async function Page() {
	await note("while rendering");
	return <p>Rendered</p>;
}
