import { db } from "@/lib/db";

async function note(bound: number, formData: FormData) {
	"use server";
	await db.message.create({ data: { name: typeof bound, text: typeof formData.get("id") } });
}

export default function Page() {
	return (
		<form action={note.bind(null, 7)}>
			<input type="hidden" name="id" value={7} />
			<button type="submit">Note</button>
		</form>
	);
}
