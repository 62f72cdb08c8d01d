import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";

export const runtime = "edge";

export default async function Page() {
	async function onTheEdge(data: FormData) {
		"use server";
		(await cookies()).set("edge", String(data.get("name")));
		revalidatePath("/edge");
	}
	return (
		<form action={onTheEdge}>
			<input name="name" defaultValue={(await cookies()).get("edge")?.value} />
			<button>On the edge</button>
		</form>
	);
}
