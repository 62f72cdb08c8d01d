"use server";

export async function logIn(formData: FormData) {
	console.log("To do:", formData.get("email"));
}

export async function logOut() {
	console.log("To do");
}
