import { db } from "@/lib/db";

async function keep(word: string) {
	"use server";
	await db.message.create({ data: { name: "bound", text: word } });
}

export default function Page() {
	const word = ["sea", "side"].join("");

	async function keepCaptured() {
		"use server";
		await db.message.create({ data: { name: "captured", text: word } });
	}

	return (
		<>
			<form action={keepCaptured}>
				<button type="submit">Captured</button>
			</form>
			<form action={keep.bind(null, ["moun", "tain"].join(""))}>
				<button type="submit">Bound</button>
			</form>
		</>
	);
}
