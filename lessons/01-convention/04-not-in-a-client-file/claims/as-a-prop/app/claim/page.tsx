import { db } from "@/lib/db";
import { KeepButton } from "./keep-button";

export default function Page() {
	async function keep() {
		"use server";
		await db.message.create({ data: { name: "claim", text: "kept" } });
	}

	return <KeepButton keepAction={keep} />;
}
