import { db } from "@/lib/db";
import { Surprise } from "./surprise";

export default async function SurprisePage() {
	const books = await db.post.findMany();
	return <Surprise titles={books.map(({ title }) => title)} />;
}
