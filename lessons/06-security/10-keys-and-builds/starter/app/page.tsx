import { db } from "@/lib/db";
import { Editor } from "./editor";
import { OldBuild } from "./old-build";

export default async function StoryPage() {
	const stories = await db.message.findMany({ orderBy: { id: "desc" } });

	return (
		<>
			<OldBuild />
			<h1>Stories</h1>
			<Editor />
			<ul className="list">
				{stories.map((story) => (
					<li key={story.id}>{story.text}</li>
				))}
			</ul>
		</>
	);
}
