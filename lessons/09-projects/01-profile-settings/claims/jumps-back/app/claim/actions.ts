"use server";

export async function save(previous: { times: number }, formData: FormData) {
	return { times: previous.times + 1, stored: String(formData.get("told")) };
}
