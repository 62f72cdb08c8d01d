import { quizParts } from "@generated/quiz";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { PartPractice } from "@/components/quiz/practice";
import { QuizPage } from "@/components/quiz/quiz-page";

/** Every part with questions is known when the playground is built. */
export const dynamicParams = false;

interface Props {
	params: Promise<{ part: string }>;
}

export function generateStaticParams() {
	return quizParts.map(({ name }) => ({ part: name }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	return { title: `Questions: ${(await partOf(params)).title}` };
}

export default async function PartPage({ params }: Props) {
	const { name, title } = await partOf(params);
	return (
		<QuizPage current="/quiz" title={title} narrow>
			<Suspense>
				<PartPractice part={name} />
			</Suspense>
		</QuizPage>
	);
}

async function partOf(params: Props["params"]) {
	const { part } = await params;
	return quizParts.find(({ name }) => name === part) ?? notFound();
}
