"use server";

import { judge } from "@/lib/judge";

export async function tryIt() {
	const refusal = await judge(3);
	if (refusal !== null) throw new Error(refusal);
}
