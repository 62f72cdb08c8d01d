"use server";

export async function helper() {
	return "from the exported helper";
}

async function ownHelper() {
	return "from the own helper";
}

export async function note() {
	await helper();
	await ownHelper();
}

/** What is known of both, for the claim. */
export async function ids() {
	const idOf = (fn: unknown) => (fn as { $$id?: string }).$$id ?? "none";
	return { exported: idOf(helper), own: idOf(ownHelper) };
}
