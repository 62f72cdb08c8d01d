import { cookies } from "next/headers";

export default async function Page() {
	const author = (await cookies()).get("author")?.value || "nobody";

	async function remember() {
		"use server";
		(await cookies()).set("author", "Ada", { httpOnly: true });
	}

	async function forget() {
		"use server";
		(await cookies()).delete("author");
	}

	return (
		<form action={remember}>
			<p>The author is {author}</p>
			<button type="submit">Remember</button>
			<button type="submit" formAction={forget}>
				Forget
			</button>
		</form>
	);
}
