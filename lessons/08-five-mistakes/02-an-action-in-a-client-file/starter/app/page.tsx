import { db } from "@/lib/db";
import { AnswerBox } from "./answer-box";

export default async function QuestionsPage() {
	const questions = await db.post.findMany();
	const answers = await db.comment.findMany();

	return (
		<>
			<h1>You ask, we answer</h1>
			{questions.map((question) => (
				<section key={question.id} aria-label={question.title} className="card" style={{ marginBottom: "1rem" }}>
					<h2 style={{ marginTop: 0 }}>{question.title}</h2>
					<ul className="list">
						{answers
							.filter((answer) => answer.postId === question.id)
							.map((answer) => (
								<li key={answer.id}>{answer.text}</li>
							))}
					</ul>
					<AnswerBox questionId={question.id} />
				</section>
			))}
		</>
	);
}
