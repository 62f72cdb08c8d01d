import * as z from "zod";

export default function Page() {
	async function save(formData: FormData) {
		"use server";
		z.email().parse(formData.get("email"));
	}

	return (
		<form action={save}>
			<label>
				Email
				<input name="email" />
			</label>
			<button type="submit">Save</button>
		</form>
	);
}
