"use server";

import { judge } from "@/lib/judge";

export async function tryIt() {
	await judge(1);
}
