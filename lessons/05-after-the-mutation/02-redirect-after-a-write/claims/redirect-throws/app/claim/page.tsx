import { redirect } from "next/navigation";
import { db } from "@/lib/db";

export default function Page() {
	async function go() {
		"use server";
		try {
			redirect("/");
		} catch (error) {
			const caught = error as Error & { digest?: string };
			await db.message.create({ data: { name: caught.message, text: String(caught.digest) } });
		}
	}

	return (
		<form action={go}>
			<button type="submit">Go</button>
		</form>
	);
}
