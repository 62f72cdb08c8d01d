"use server";

export async function ask(): Promise<{ name: string }> {
	const bird = { name: "Pelican", secret: "the-secret-of-the-pelican" };
	return bird;
}
