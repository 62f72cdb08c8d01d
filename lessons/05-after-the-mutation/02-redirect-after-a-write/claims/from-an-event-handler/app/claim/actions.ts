"use server";

import { redirect } from "next/navigation";

export async function leave() {
	redirect("/posts/1");
}
