import { revalidatePath } from "next/cache";

export async function keep() {
	"use server";
	revalidatePath("/claim");
}
