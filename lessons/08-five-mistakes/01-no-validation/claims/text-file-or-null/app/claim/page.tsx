import { db } from "@/lib/db";

export default function Page() {
	async function look(formData: FormData) {
		"use server";
		const value = formData.get("amount");
		const kind = value instanceof File ? "File" : value === null ? "null" : typeof value;
		await db.message.create({ data: { name: "kind", text: kind } });
	}

	return (
		<form action={look}>
			<label>
				Amount
				<input name="amount" type="number" required />
			</label>
			<button type="submit">Look</button>
		</form>
	);
}
