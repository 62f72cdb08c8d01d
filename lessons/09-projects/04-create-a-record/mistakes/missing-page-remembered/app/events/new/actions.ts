"use server";

import { updateTag } from "next/cache";
import { redirect } from "next/navigation";
import * as z from "zod";
import { readEvents, writeEvent } from "@/lib/events";
import { ROOMS } from "@/lib/rooms";

const eventSchema = z.object({
	title: z.string().trim().min(3, "Three letters at least.").max(60, "Sixty letters at most."),
	date: z.iso
		.date("A date, please.")
		.refine((date) => date >= new Date().toISOString().slice(0, 10), "That day is over."),
	room: z.enum(ROOMS, "There is no such room."),
});

export interface AnnounceState {
	values: { title: string; date: string; room: string };
	errors: { title?: string[]; date?: string[]; room?: string[] };
}

export async function announce(_previous: AnnounceState, formData: FormData): Promise<AnnounceState> {
	const values = {
		title: String(formData.get("title") ?? ""),
		date: String(formData.get("date") ?? ""),
		room: String(formData.get("room") ?? ""),
	};
	const parsed = eventSchema.safeParse(values);
	if (!parsed.success) return { values, errors: z.flattenError(parsed.error).fieldErrors };

	const { title, date, room } = parsed.data;
	const taken = (await readEvents()).some((event) => event.date === date && event.room === room);
	if (taken) return { values, errors: { room: ["The room is taken on that day."] } };

	const id = await writeEvent({ title, date, room });
	updateTag("events");
	redirect(`/events/${id}`);
}
