"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { readEvents, writeEvent } from "@/lib/events";
import { ROOMS } from "@/lib/rooms";

export interface Refusal {
	field: "title" | "date" | "room";
	why: string;
	typed: Record<string, string>;
}

export async function announce(_previous: Refusal | null, formData: FormData): Promise<Refusal | null> {
	const text = (name: string) => {
		const value = formData.get(name);
		return typeof value === "string" ? value.trim() : "";
	};
	const typed = { title: text("title"), date: text("date"), room: text("room") };
	const refuse = (field: Refusal["field"], why: string) => ({ field, why, typed });

	if (typed.title.length < 3 || typed.title.length > 60) return refuse("title", "3 to 60 letters.");
	if (!/^\d{4}-\d{2}-\d{2}$/.test(typed.date)) return refuse("date", "No date.");
	if (new Date(`${typed.date}T23:59:59Z`).getTime() < Date.now()) return refuse("date", "Over.");
	if (!ROOMS.some((room) => room === typed.room)) return refuse("room", "No room.");
	for (const event of await readEvents()) {
		if (event.date === typed.date && event.room === typed.room)
			return refuse("room", `Taken: ${event.title}`);
	}
	const id = await writeEvent(typed);
	revalidatePath("/", "layout");
	redirect(`/events/${id}`);
}
