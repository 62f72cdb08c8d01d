"use server";

export async function announce(formData: FormData) {
	console.log("To do:", formData.get("title"));
}
