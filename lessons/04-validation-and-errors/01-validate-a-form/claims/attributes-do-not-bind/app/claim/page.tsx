import { db } from "@/lib/db";

export default function Page() {
	async function save(formData: FormData) {
		"use server";
		await db.user.create({ data: { name: "claim", email: String(formData.get("email")), bio: "" } });
	}

	return (
		<form action={save}>
			<label>
				Email
				<input name="email" type="email" required maxLength={10} />
			</label>
			<button type="submit">Save</button>
		</form>
	);
}
