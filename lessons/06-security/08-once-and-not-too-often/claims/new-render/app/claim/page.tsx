import { revalidatePath } from "next/cache";
import { connection } from "next/server";
import { CallButton } from "./call-button";

async function aloud() {
	"use server";
	revalidatePath("/claim");
}

export default async function Page() {
	await connection();
	return (
		<>
			<p data-testid="key">{crypto.randomUUID()}</p>
			<CallButton action={aloud} />
		</>
	);
}
