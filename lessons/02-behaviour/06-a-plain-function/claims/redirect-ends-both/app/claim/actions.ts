"use server";

import { redirect } from "next/navigation";
import { db } from "@/lib/db";

export async function inner() {
	await db.message.create({ data: { name: "claim", text: "inner" } });
	redirect("/");
}

export async function outer() {
	await inner();
	await db.message.create({ data: { name: "claim", text: "after inner" } });
}
