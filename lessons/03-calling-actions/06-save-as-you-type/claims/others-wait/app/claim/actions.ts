"use server";

export async function greet() {
	console.log("greet: begins");
}
