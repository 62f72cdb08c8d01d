"use server";

import { updateTag } from "next/cache";
import { db } from "@/lib/db";

export async function reportJob(formData: FormData) {
	await db.problem.create({ data: { title: String(formData.get("title")), solved: false } });
	updateTag("jobs");
}

export async function renameJob(id: number, formData: FormData) {
	await db.problem.update({ where: { id }, data: { title: String(formData.get("title")) } });
	updateTag("jobs");
}

export async function closeJob(id: number) {
	await db.problem.update({ where: { id }, data: { solved: true } });
	updateTag("jobs");
	updateTag("tally");
}
