import { db } from "@/lib/db";
import { Goodbye } from "./goodbye";

export default async function UnsubscribePage({ searchParams }: { searchParams: Promise<{ id?: string }> }) {
	const id = Number((await searchParams).id);
	const reader = await db.user.findUnique({ where: { id } });
	if (!reader) return <p role="status">You are not on the list any more.</p>;

	return <Goodbye id={id} />;
}
