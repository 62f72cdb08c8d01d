"use server";

export async function twice(_previous: string, formData: FormData): Promise<string> {
	const text = String(formData.get("text"));
	return `${text} ${text}`;
}
