import { redirect } from "next/navigation";
import * as z from "zod";
import { db } from "@/lib/db";
import { type FormState, ProfileForm } from "./profile-form";

const memberSchema = z.strictObject({
	name: z.string().trim().min(2),
	email: z.string().regex(/^[^@\s]+@[^@\s]+\.[^@\s]+$/),
	bio: z.string().max(160).optional(),
});

export default async function ProfilePage() {
	async function join(_previous: FormState, formData: FormData): Promise<FormState> {
		"use server";
		const typed = {
			name: String(formData.get("name")),
			email: String(formData.get("email")),
			bio: String(formData.get("bio")),
		};
		const { success, data, error } = memberSchema.safeParse(typed);
		if (!success) return { typed, wrong: error.issues.map((issue) => String(issue.path[0])) };
		await db.user.create({ data: { ...data, bio: data.bio ?? "" } });
		redirect("/");
	}

	const members = await db.user.findMany({ orderBy: { createdAt: "desc" } });

	return (
		<>
			<h1>Join the reading club</h1>
			<p className="muted">Tell the others who you are. You can change it later.</p>

			<ProfileForm action={join} />

			<h2>Members</h2>
			<ul className="list">
				{members.map((member) => (
					<li key={member.id}>
						<strong>{member.name}</strong>
						{member.bio && <div>{member.bio}</div>}
					</li>
				))}
			</ul>
		</>
	);
}
