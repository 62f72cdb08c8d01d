"use server";

import { judge } from "@/lib/judge";

export async function ask(id: number) {
	await judge(id);
}
