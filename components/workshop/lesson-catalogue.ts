import { lessonModules } from "@generated/lessons";
import { listParts } from "@/lib/lessons/load";
import type { AgendaPart } from "@/lib/workshop/staff/agenda";

/** Every lesson with its checks, by part: what an agenda is put together from. Server only. */
export async function readCatalogue(): Promise<AgendaPart[]> {
	const parts = await listParts();
	return Promise.all(
		parts.map(async ({ name, title, lessons }) => ({
			name,
			title,
			lessons: await Promise.all(
				lessons.map(async (lesson) => ({
					lesson: lesson.slug,
					title: lesson.title,
					minutes: lesson.minutes,
					checks: await checksOf(lesson.slug),
				})),
			),
		})),
	);
}

async function checksOf(slug: string) {
	const modules = lessonModules[slug];
	if (!modules) throw new Error(`The code of lesson ${slug} was not generated. Run \`npm run generate\`.`);
	return (await modules.checks()).default.map(({ id, title }) => ({ id, title }));
}
