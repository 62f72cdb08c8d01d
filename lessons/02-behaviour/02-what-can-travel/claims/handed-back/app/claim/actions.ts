"use server";

export async function callMe<T>(value: T) {
	return value;
}
