"use server";

import { updateTag } from "next/cache";
import { headers } from "next/headers";
import { db } from "@/lib/db";
import { PAYMENT_TOKEN } from "@/lib/secret";

export async function markAsPaid(formData: FormData) {
	if ((await headers()).get("authorization") !== `Bearer ${PAYMENT_TOKEN}`) return;
	const id = Number(formData.get("order"));
	await db.message.update({ where: { id }, data: { text: "paid" } });
	updateTag("orders");
}
