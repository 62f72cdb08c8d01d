import { db } from "@/lib/db";

export default function Page() {
	async function keepNames(formData: FormData) {
		"use server";
		await db.message.create({ data: { name: "claim", text: [...formData.keys()].join(" ") } });
	}

	return (
		<form action={keepNames}>
			<label>
				Word
				<input name="word" />
			</label>
			<button type="submit">Send</button>
		</form>
	);
}
