import type { Metadata } from "next";
import { MockInterview } from "@/components/quiz/mock/mock-interview";
import { QuizPage } from "@/components/quiz/quiz-page";

export const metadata: Metadata = {
	title: "Mock interview",
	description: "A timed mix of questions on Server Actions; the answers come at the end.",
};

export default function MockPage() {
	return (
		<QuizPage
			current="/mock"
			title="Mock interview"
			lead="A timed mix of all topics, more of what you know least. The answers come at the end, with what to read next."
			narrow
		>
			<MockInterview />
		</QuizPage>
	);
}
