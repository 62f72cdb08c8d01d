"use server";

import { updateTag } from "next/cache";

export async function report() {
	console.log("report runs");
	updateTag("parcels");
}
