import { db } from "@/lib/db";
import { PhotoForm } from "./photo-form";

export default async function CatsPage() {
	const photos = await db.message.findMany({ orderBy: { id: "desc" } });

	return (
		<>
			<h1>Our cats</h1>
			<PhotoForm />
			<ul className="list">
				{photos.map((photo) => (
					<li key={photo.id}>
						{photo.name}, {photo.text}
					</li>
				))}
			</ul>
		</>
	);
}
