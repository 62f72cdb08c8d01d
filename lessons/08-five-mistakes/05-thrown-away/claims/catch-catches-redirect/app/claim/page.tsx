import { redirect, unstable_rethrow } from "next/navigation";
import { db } from "@/lib/db";

export default function Page() {
	async function swallow() {
		"use server";
		try {
			redirect("/");
		} catch (error) {
			await db.message.create({ data: { name: "caught", text: String(error) } });
		}
	}

	async function letPass() {
		"use server";
		try {
			redirect("/");
		} catch (error) {
			unstable_rethrow(error);
			await db.message.create({ data: { name: "caught", text: String(error) } });
		}
	}

	async function ordinary() {
		"use server";
		try {
			throw new Error("plain");
		} catch (error) {
			unstable_rethrow(error);
			await db.message.create({ data: { name: "caught", text: String(error) } });
		}
	}

	return (
		<>
			<form action={swallow}>
				<button type="submit">Swallow</button>
			</form>
			<form action={letPass}>
				<button type="submit">Let pass</button>
			</form>
			<form action={ordinary}>
				<button type="submit">Ordinary</button>
			</form>
		</>
	);
}
