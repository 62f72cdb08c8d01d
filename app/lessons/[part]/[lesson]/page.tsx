import { lessonModules } from "@generated/lessons";
import { getMDXComponent } from "mdx-bundler/client";
import type { Metadata } from "next";
import { version as nextVersion } from "next/package.json";
import { LessonProse } from "@/components/lesson/lesson-prose";
import { LessonWorkspace } from "@/components/lesson/lesson-workspace";
import { mdxComponents } from "@/components/mdx/components";
import { listLessons, readLesson } from "@/lib/lessons/load";
import { compileLesson } from "@/lib/lessons/mdx";

/** Every lesson is known when the playground is built; anything else is not found. */
export const dynamicParams = false;

interface Props {
	params: Promise<{ part: string; lesson: string }>;
}

export async function generateStaticParams() {
	return (await listLessons()).map(({ slug }) => {
		const [part, lesson] = slug.split("/");
		return { part, lesson };
	});
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { meta } = await readLesson(await slugOf(params));
	return { title: meta.title, description: meta.summary };
}

export default async function LessonPage({ params }: Props) {
	const slug = await slugOf(params);
	const [lesson, code, modules] = await Promise.all([
		readLesson(slug),
		compileLesson(slug),
		loadModules(slug),
	]);
	const Prose = getMDXComponent(code);
	return (
		<LessonWorkspace
			key={slug}
			lesson={lesson}
			briefs={modules.checks.map(({ id, title }) => ({ id, title }))}
			claims={modules.claims.map(({ id, statement }) => ({ id, statement }))}
			nextVersion={nextVersion}
		>
			<LessonProse lesson={lesson}>
				<Prose components={mdxComponents} />
			</LessonProse>
		</LessonWorkspace>
	);
}

async function slugOf(params: Props["params"]): Promise<string> {
	const { part, lesson } = await params;
	return `${part}/${lesson}`;
}

/** Titles and statements are read on the server too, so that the prose shows them without JavaScript. */
async function loadModules(slug: string) {
	const modules = lessonModules[slug];
	if (!modules) throw new Error(`The code of lesson ${slug} was not generated. Run \`npm run generate\`.`);
	const [checks, claims] = await Promise.all([modules.checks(), modules.claims()]);
	return { checks: checks.default, claims: claims.default };
}
