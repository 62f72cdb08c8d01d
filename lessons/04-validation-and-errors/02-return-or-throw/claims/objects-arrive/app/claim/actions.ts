"use server";

export async function ask() {
	return { ok: false, problem: { code: "sold-out", left: 0 }, backOn: new Date("2027-06-15T00:00:00Z") };
}
