import { lessonModules } from "@generated/lessons";
import { ContinueCard } from "@/components/home/continue-card";
import { Hero } from "@/components/home/hero";
import { LessonMap, type MapPart } from "@/components/home/lesson-map";
import { ProgressFile } from "@/components/home/progress-file";
import { QuizToday } from "@/components/home/quiz-today";
import { WorkshopInvite } from "@/components/home/workshop-invite";
import { KeepingNotice } from "@/components/progress/keeping-notice";
import { SiteHeader } from "@/components/ui/site-header";
import { listParts } from "@/lib/lessons/load";

export default async function HomePage() {
	const parts = await readMap();
	const lessons = parts.flatMap((part) => part.lessons);
	return (
		<div className="mx-auto max-w-5xl px-5 sm:px-8">
			<SiteHeader current="/" />
			<KeepingNotice framed />
			<main>
				<Hero>
					<ContinueCard lessons={lessons} />
				</Hero>
				<QuizToday />
				<LessonMap parts={parts} />
				<WorkshopInvite />
			</main>
			<footer className="mt-20 border-border border-t py-8">
				<ProgressFile />
			</footer>
		</div>
	);
}

async function readMap(): Promise<MapPart[]> {
	const parts = await listParts();
	return Promise.all(
		parts.map(async (part) => ({
			...part,
			lessons: await Promise.all(
				part.lessons.map(async (lesson) => ({ ...lesson, checks: await checkIds(lesson.slug) })),
			),
		})),
	);
}

async function checkIds(slug: string): Promise<string[]> {
	const modules = lessonModules[slug];
	if (!modules) throw new Error(`The code of lesson ${slug} was not generated. Run \`npm run generate\`.`);
	return (await modules.checks()).default.map(({ id }) => id);
}
