"use client";

import { revalidatePath } from "next/cache";
import { useState } from "react";
import { db } from "@/lib/db";

const LIMIT = 100;

export function AnswerBox({ questionId }: { questionId: number }) {
	const [length, setLength] = useState(0);

	async function answer(formData: FormData) {
		const text = String(formData.get("text")).slice(0, LIMIT);
		await db.comment.create({ data: { postId: questionId, author: "The shop", text } });
		revalidatePath("/");
	}

	return (
		<form action={answer} style={{ marginBottom: 0 }}>
			<input
				name="text"
				aria-label={`Answer to question ${questionId}`}
				onChange={(event) => setLength(event.target.value.length)}
				required
			/>
			<p className="muted">{LIMIT - length} characters left</p>
			<button type="submit" aria-label={`Answer question ${questionId}`}>
				Answer
			</button>
		</form>
	);
}
