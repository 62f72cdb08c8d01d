import { connection } from "next/server";
import { CallButton } from "./call-button";

async function quietly() {
	"use server";
}

export default async function Page() {
	await connection();
	return (
		<>
			<p data-testid="key">{crypto.randomUUID()}</p>
			<CallButton action={quietly} />
		</>
	);
}
