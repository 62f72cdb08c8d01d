import { db } from "@/lib/db";
import { ProfileForm } from "./profile-form";

export default async function ProfilePage() {
	const members = await db.user.findMany({ orderBy: { createdAt: "desc" } });

	return (
		<>
			<h1>Join the reading club</h1>
			<p className="muted">Tell the others who you are. You can change it later.</p>

			<ProfileForm />

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
