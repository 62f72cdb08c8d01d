"use server";

import { refresh } from "next/cache";
import { db } from "@/lib/db";

export default async function setSolved(id: number, solved: boolean) {
	await db.problem.update({ where: { id }, data: { solved } });
	refresh();
}
