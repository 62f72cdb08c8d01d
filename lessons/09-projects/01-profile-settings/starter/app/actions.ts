"use server";

export async function saveSettings(formData: FormData) {
	console.log("To do:", formData.get("name"));
}
