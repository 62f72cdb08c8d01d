import { db } from "@/lib/db";
import { SaveButton } from "./save-button";

export default function Page() {
	async function keep(text: string) {
		await db.message.create({ data: { name: "claim", text } });
	}

	return <SaveButton saveAction={keep} />;
}
