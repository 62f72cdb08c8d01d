"use server";

import { readFileSync } from "node:fs";

export async function stamp() {
	console.log(readFileSync("package.json", "utf8").length);
}
