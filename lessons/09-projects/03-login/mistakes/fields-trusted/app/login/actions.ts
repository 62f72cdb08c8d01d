"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { findAccount, isPassword } from "@/lib/accounts";
import { sign } from "@/lib/sign";

export interface LoginState {
	email: string;
	error: string;
}

export async function logIn(_previous: LoginState, formData: FormData): Promise<LoginState> {
	const email = String(formData.get("email") ?? "");
	const account = await findAccount(formData.get("email") as string);
	if (!account || !isPassword(formData.get("password") as string, account)) {
		return { email, error: "Email and password do not belong together." };
	}

	(await cookies()).set("session", sign(account.email), {
		httpOnly: true,
		sameSite: "lax",
		secure: process.env.NODE_ENV === "production",
		maxAge: 7 * 24 * 60 * 60,
	});
	redirect("/account");
}

export async function logOut() {
	(await cookies()).delete("session");
	redirect("/login");
}
