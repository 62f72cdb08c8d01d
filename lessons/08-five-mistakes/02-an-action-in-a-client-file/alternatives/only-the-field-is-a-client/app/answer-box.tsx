import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";
import { CountedField } from "./counted-field";

export function AnswerBox({ questionId }: { questionId: number }) {
	async function answer(formData: FormData) {
		"use server";
		const text = String(formData.get("text")).slice(0, 100);
		await db.comment.create({ data: { postId: questionId, author: "The shop", text } });
		revalidatePath("/");
	}

	return (
		<form action={answer} style={{ marginBottom: 0 }}>
			<CountedField name="text" label={`Answer to question ${questionId}`} limit={100} />
			<button type="submit" aria-label={`Answer question ${questionId}`}>
				Answer
			</button>
		</form>
	);
}
