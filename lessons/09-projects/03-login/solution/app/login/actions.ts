"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import * as z from "zod";
import { findAccount, isPassword } from "@/lib/accounts";
import { sign } from "@/lib/sign";

const credentialsSchema = z.object({
	email: z.string().trim().toLowerCase().min(1),
	password: z.string().min(1).max(200),
});

export interface LoginState {
	email: string;
	error: string;
}

export async function logIn(_previous: LoginState, formData: FormData): Promise<LoginState> {
	const email = String(formData.get("email") ?? "");
	const parsed = credentialsSchema.safeParse(Object.fromEntries(formData));
	if (!parsed.success) return { email, error: "Please give your email and your password." };

	const account = await findAccount(parsed.data.email);
	if (!account || !isPassword(parsed.data.password, account)) {
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
