import { db } from "@/lib/db";

async function keep(formData: FormData) {
	"use server";
	await db.message.create({ data: { name: "claim", text: `${String(formData.get("text")).length}` } });
}

export default function Page() {
	return (
		<form action={keep}>
			<textarea name="text" aria-label="Text" />
			<button type="submit">Keep</button>
		</form>
	);
}
