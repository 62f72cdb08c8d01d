import { listLessons, readLesson } from "@/lib/lessons/load";
import { overlay } from "@/lib/sandbox/files";
import { readBaseApp } from "@/lib/sandbox/machines/local/server/base-app";

/** Fixed when the playground is built, as the lessons are. */
export const dynamic = "force-static";
export const dynamicParams = false;

export async function generateStaticParams() {
	return (await listLessons()).map(({ slug }) => {
		const [part, lesson] = slug.split("/");
		return { part, lesson };
	});
}

/** The whole app that a learner of this lesson begins with (`FileTree`): what others' code is held against. */
export async function GET(
	_request: Request,
	{ params }: { params: Promise<{ part: string; lesson: string }> },
): Promise<Response> {
	const { part, lesson } = await params;
	const [base, { starter }] = await Promise.all([readBaseApp(), readLesson(`${part}/${lesson}`)]);
	return Response.json(overlay(base.files, starter));
}
