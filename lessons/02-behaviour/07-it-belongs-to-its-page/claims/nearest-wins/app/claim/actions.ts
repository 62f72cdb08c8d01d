"use server";

export async function whereAmI() {
	console.log(`claim: called in ${process.env.NEXT_RUNTIME}`);
}
