"use server";

export async function returnIt(_previous: string): Promise<string> {
	return ["returned", "pickle"].join(" ");
}

export async function throwIt(_previous: string): Promise<string> {
	throw new Error(["thrown", "pickle"].join(" "));
}
