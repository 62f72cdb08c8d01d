"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { findAccount, isPassword } from "@/lib/accounts";
import { beginSession, endSession } from "@/lib/session";

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

	await beginSession(account);
	redirect("/account");
}

export async function logOut() {
	await endSession();
	redirect("/login");
}
