"use server";

export async function addUp(previous: number, formData: FormData): Promise<number> {
	return previous + Number(formData.get("amount"));
}
