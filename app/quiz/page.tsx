import type { Metadata } from "next";
import { QuizPage } from "@/components/quiz/quiz-page";
import { Topics } from "@/components/quiz/topics";

export const metadata: Metadata = {
	title: "Questions",
	description: "Practise for an interview on Server Actions, topic by topic.",
};

export default function TopicsPage() {
	return (
		<QuizPage
			current="/quiz"
			title="Questions"
			lead="For an interview, or to see what has stayed. Every key is proved by an app or a program that is run on the Next.js version installed here."
		>
			<Topics />
		</QuizPage>
	);
}
