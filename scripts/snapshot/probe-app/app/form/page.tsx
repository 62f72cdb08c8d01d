import { revalidatePath } from "next/cache";
import { Submit } from "../../components/parts";
import { saveAndGo } from "../../lib/actions";

export default function Page() {
	const secret = "captured";
	async function inline(by: number, data: FormData) {
		"use server";
		console.log(secret, by, data.get("name"));
		revalidatePath("/form");
	}
	return (
		<>
			<form action={saveAndGo}>
				<input name="name" />
				<Submit />
			</form>
			<form action={inline.bind(null, 5)}>
				<input name="name" />
				<button>Inline</button>
			</form>
		</>
	);
}
