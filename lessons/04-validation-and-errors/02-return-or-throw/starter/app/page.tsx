import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";
import { SubscribeForm } from "./subscribe-form";

export default async function LetterPage() {
	const readers = await db.user.count();
	const outage = await db.problem.findUnique({ where: { title: "mail", solved: false } });

	async function toggleMail() {
		"use server";
		const open = await db.problem.findUnique({ where: { title: "mail", solved: false } });
		if (open) await db.problem.update({ where: { id: open.id }, data: { solved: true } });
		else await db.problem.create({ data: { title: "mail", solved: false } });
		revalidatePath("/");
	}

	return (
		<>
			<h1>The Tuesday letter</h1>
			<p className="muted">
				One page, every Tuesday. {readers} {readers === 1 ? "person reads" : "people read"} it.
			</p>

			<SubscribeForm />

			<h2>Behind the scenes</h2>
			<form action={toggleMail}>
				<p>The mail service is {outage ? "down" : "up"}.</p>
				<button type="submit">{outage ? "Repair it" : "Break it"}</button>
			</form>
		</>
	);
}
