import { cookies } from "next/headers";
import { redirect } from "next/navigation";

export default function Page() {
	async function enter() {
		"use server";
		(await cookies()).set("stamp", "blue", { httpOnly: true });
		redirect("/claim/inside");
	}

	return (
		<form action={enter}>
			<button type="submit">Enter</button>
		</form>
	);
}
