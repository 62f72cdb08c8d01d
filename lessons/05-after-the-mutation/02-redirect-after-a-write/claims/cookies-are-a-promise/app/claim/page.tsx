import { cookies } from "next/headers";

export default function Page() {
	async function remember() {
		"use server";
		// What code written for older versions of Next.js does.
		(cookies() as unknown as Awaited<ReturnType<typeof cookies>>).set("author", "Ada");
	}

	return (
		<form action={remember}>
			<button type="submit">Remember</button>
		</form>
	);
}
