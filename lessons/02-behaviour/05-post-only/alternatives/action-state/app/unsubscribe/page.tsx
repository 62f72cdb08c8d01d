import { db } from "@/lib/db";
import { ConfirmForm } from "./confirm-form";

export default async function UnsubscribePage({ searchParams }: { searchParams: Promise<{ id?: string }> }) {
	const id = Number((await searchParams).id);
	const reader = await db.user.findUnique({ where: { id } });

	return (
		<>
			<h1>Unsubscribe</h1>
			<ConfirmForm id={id} email={reader?.email ?? "you"} />
		</>
	);
}
