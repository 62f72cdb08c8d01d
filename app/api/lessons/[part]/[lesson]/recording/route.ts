import { listLessons } from "@/lib/lessons/load";
import { readRecording } from "@/lib/lessons/recording";

/** Fixed when the playground is built, as the lessons are. */
export const dynamic = "force-static";
export const dynamicParams = false;

export async function generateStaticParams() {
	return (await listLessons()).map(({ slug }) => {
		const [part, lesson] = slug.split("/");
		return { part, lesson };
	});
}

/** What the lesson's reference solution did (`Recording`), or `null` where that is not recorded. */
export async function GET(
	_request: Request,
	{ params }: { params: Promise<{ part: string; lesson: string }> },
): Promise<Response> {
	const { part, lesson } = await params;
	return Response.json(await readRecording(`${part}/${lesson}`));
}
