import { db } from "@/lib/db";
import { borrow, giveBack } from "./actions";
import { Desk } from "./desk";

export default async function LibraryPage() {
	const loans = await db.like.findMany();
	const books = (await db.post.findMany({ orderBy: { id: "asc" } })).map(({ id, title }) => ({
		id,
		title,
		lentTo: loans.find((loan) => loan.postId === id)?.by ?? null,
	}));

	async function swap(oldId: number, wantedId: number) {
		"use server";
		await giveBack(oldId);
		const lent = await borrow(wantedId);
		if (lent.error) await borrow(oldId);
		return lent;
	}

	return (
		<>
			<h1>The library</h1>
			<Desk books={books} swapAction={swap} />
		</>
	);
}
