"use server";

import { SoldOut } from "./sold-out";

export async function buy() {
	throw new SoldOut(3);
}
