import { redirect } from "next/navigation";
import { db } from "@/lib/db";

export default function Page() {
	async function go() {
		"use server";
		try {
			redirect("/");
			await db.message.create({ data: { name: "after", text: "" } });
		} finally {
			await db.message.create({ data: { name: "finally", text: "" } });
		}
	}

	return (
		<form action={go}>
			<button type="submit">Go</button>
		</form>
	);
}
