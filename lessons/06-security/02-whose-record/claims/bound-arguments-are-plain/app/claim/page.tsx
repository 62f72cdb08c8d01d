import { db } from "@/lib/db";

async function keep(parcel: string) {
	"use server";
	await db.message.create({ data: { name: "claim", text: parcel } });
}

export default function Page() {
	return (
		<form action={keep.bind(null, "parcel 41")}>
			<button type="submit">Bound</button>
		</form>
	);
}
