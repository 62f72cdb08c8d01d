import { db } from "@/lib/db";

async function note(first: string, second: string, formData: FormData) {
	"use server";
	await db.message.create({ data: { name: `${first} ${second}`, text: String(formData.get("word")) } });
}

export default function Page() {
	return (
		<form action={note.bind(null, "one", "two")}>
			<input name="word" aria-label="Word" />
			<button type="submit">Note</button>
		</form>
	);
}
