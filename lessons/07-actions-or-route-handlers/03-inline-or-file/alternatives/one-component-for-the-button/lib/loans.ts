"use server";

import { refresh } from "next/cache";
import { db } from "@/lib/db";

const MOST = 2;

/** Not exported, so nobody can call it from outside. */
async function mayBorrow(): Promise<boolean> {
	return (await db.message.count()) < MOST;
}

export async function borrow(title: string) {
	if (await mayBorrow()) await db.message.create({ data: { name: "loan", text: title } });
	refresh();
}
