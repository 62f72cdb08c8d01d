import { db } from "@/lib/db";

const messages: Record<string, string> = {
	thanks: "Thank you for the photo.",
	none: "Choose a photo.",
	"too-large": "That photo is too large. The limit is 1.5 MB.",
};

export default async function CatsPage({ searchParams }: { searchParams: Promise<{ answer?: string }> }) {
	const { answer = "" } = await searchParams;
	const photos = await db.message.findMany({ orderBy: { id: "desc" } });

	return (
		<>
			<h1>Our cats</h1>
			<form action="/photos" method="post" encType="multipart/form-data" className="card">
				<div className="field">
					<label htmlFor="photo">Photo</label>
					<input id="photo" name="photo" type="file" required />
				</div>
				<button type="submit">Send</button>
				<p role="status">{messages[answer]}</p>
			</form>
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
