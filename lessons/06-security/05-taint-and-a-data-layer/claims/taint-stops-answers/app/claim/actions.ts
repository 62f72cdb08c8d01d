"use server";

import { experimental_taintObjectReference } from "react";

export async function ask(): Promise<{ name: string }> {
	const bird = { name: "Pelican", secret: "the-secret-of-the-pelican" };
	experimental_taintObjectReference("This pelican stays here.", bird);
	return bird;
}
