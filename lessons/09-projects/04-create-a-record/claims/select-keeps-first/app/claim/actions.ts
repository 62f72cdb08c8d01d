"use server";

export async function refuse(previous: { times: number; room: string }, formData: FormData) {
	return { times: previous.times + 1, room: String(formData.get("room")) };
}
