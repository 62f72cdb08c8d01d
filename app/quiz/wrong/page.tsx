import type { Metadata } from "next";
import { WrongPractice } from "@/components/quiz/practice";
import { QuizPage } from "@/components/quiz/quiz-page";

export const metadata: Metadata = { title: "Wrong answers" };

export default function WrongPage() {
	return (
		<QuizPage
			current="/quiz"
			title="Wrong answers"
			lead="What you did not get right the last time, the newest first. A right answer takes a question off the shelf."
			narrow
		>
			<WrongPractice />
		</QuizPage>
	);
}
