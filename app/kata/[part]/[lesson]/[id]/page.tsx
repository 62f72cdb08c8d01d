import { lessonModules } from "@generated/lessons";
import { loadQuizPart, quizQuestions } from "@generated/quiz";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { version as nextVersion } from "next/package.json";
import { Kata } from "@/components/quiz/kata/kata";
import { readLesson } from "@/lib/lessons/load";
import { kataContent } from "@/lib/quiz/kata";
import type { KataQuestion } from "@/lib/quiz/types";

/** Every kata is known when the playground is built; anything else is not found. */
export const dynamicParams = false;

interface Props {
	params: Promise<{ part: string; lesson: string; id: string }>;
}

export function generateStaticParams() {
	return quizQuestions
		.filter(({ kind }) => kind === "fixTheCode")
		.map((question) => {
			const [part, lesson, id] = question.id.split(/[/#]/);
			return { part, lesson, id };
		});
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	return { title: "Kata", description: (await questionOf(params)).ask };
}

export default async function KataPage({ params }: Props) {
	const question = await questionOf(params);
	const [lesson, modules] = await Promise.all([
		readLesson(question.lesson),
		lessonModules[question.lesson]?.checks(),
	]);
	if (!modules)
		throw new Error(`The code of lesson ${question.lesson} was not generated. Run \`npm run generate\`.`);
	return (
		<Kata
			question={question}
			lesson={kataContent(lesson, question)}
			briefs={modules.default.map(({ id, title }) => ({ id, title }))}
			nextVersion={nextVersion}
		/>
	);
}

async function questionOf(params: Props["params"]): Promise<KataQuestion> {
	const { part, lesson, id } = await params;
	const questions = (await loadQuizPart[part]?.()) ?? [];
	const question = questions.find((candidate) => candidate.id === `${part}/${lesson}#${id}`);
	return question?.kind === "fixTheCode" ? question : notFound();
}
