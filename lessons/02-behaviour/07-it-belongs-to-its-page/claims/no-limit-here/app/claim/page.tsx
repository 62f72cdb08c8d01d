import { db } from "@/lib/db";

export const maxDuration = 1;

export default function Page() {
	async function takeLong() {
		"use server";
		await db.message.create({ data: { name: "claim", text: "begun" } });
		await new Promise((resolve) => setTimeout(resolve, 1_500));
		await db.message.create({ data: { name: "claim", text: "finished" } });
	}

	return (
		<form action={takeLong}>
			<button type="submit">Take long</button>
		</form>
	);
}
