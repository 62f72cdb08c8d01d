import { refresh } from "next/cache";
import { db } from "@/lib/db";

export default async function UnsubscribePage({ searchParams }: { searchParams: Promise<{ id?: string }> }) {
	const id = Number((await searchParams).id);
	const reader = await db.user.findUnique({ where: { id } });
	if (!reader) return <p role="status">You are not on the list any more.</p>;

	async function unsubscribe(formData: FormData) {
		"use server";
		await db.user.delete({ where: { id: Number(formData.get("id")) } });
		refresh();
	}

	return (
		<>
			<h1>Unsubscribe</h1>
			<p>No more letters to {reader.email}?</p>
			<form action={unsubscribe}>
				<input type="hidden" name="id" value={id} />
				<button type="submit">Unsubscribe</button>
			</form>
		</>
	);
}
