import type { Metadata } from "next";
import { Suspense } from "react";
import { MockReport } from "@/components/quiz/mock/mock-report";
import { QuizPage } from "@/components/quiz/quiz-page";

export const metadata: Metadata = { title: "Report" };

export default function ReportPage() {
	return (
		<QuizPage current="/mock" title="Report" narrow>
			<Suspense>
				<MockReport />
			</Suspense>
		</QuizPage>
	);
}
