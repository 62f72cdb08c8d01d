"use server";

import { revalidateTag } from "next/cache";
import { db } from "@/lib/db";

export async function reportJob(formData: FormData) {
	await db.problem.create({ data: { title: String(formData.get("title")), solved: false } });
	revalidateTag("jobs", "max");
}

export async function renameJob(id: number, formData: FormData) {
	await db.problem.update({ where: { id }, data: { title: String(formData.get("title")) } });
	revalidateTag("jobs", "max");
}

export async function closeJob(id: number) {
	await db.problem.update({ where: { id }, data: { solved: true } });
	revalidateTag("jobs", "max");
	revalidateTag("tally", "max");
}
