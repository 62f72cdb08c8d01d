import type { Metadata } from "next";
import { QuizPage } from "@/components/quiz/quiz-page";
import { Review } from "@/components/quiz/review";

export const metadata: Metadata = {
	title: "Review",
	description: "Questions come back at the moment when you are about to forget them.",
};

export default function ReviewPage() {
	return (
		<QuizPage
			current="/review"
			title="Review"
			lead="Each question comes back at the moment when you are about to forget it."
			narrow
		>
			<Review />
		</QuizPage>
	);
}
