"use server";

import { updateTag } from "next/cache";
import { payOrder } from "@/lib/orders";

export async function markAsPaid(formData: FormData) {
	await payOrder(Number(formData.get("order")));
	updateTag("orders");
}
