import { db } from "@/lib/db";
import { unsubscribe } from "./actions";

export default async function UnsubscribePage({ searchParams }: { searchParams: Promise<{ id?: string }> }) {
	const id = Number((await searchParams).id);
	const reader = await db.user.findUnique({ where: { id } });
	if (!reader) return <p role="status">You are not on the list any more.</p>;

	await unsubscribe(id);

	return <p role="status">Goodbye, {reader.name}. You are not on the list any more.</p>;
}
