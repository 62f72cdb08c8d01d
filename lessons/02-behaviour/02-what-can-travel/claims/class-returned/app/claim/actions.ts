"use server";

import { db } from "@/lib/db";

class Trip {
	days = 3;
}

export async function callMe() {
	await db.message.create({ data: { name: "claim", text: "written" } });
	return new Trip();
}
