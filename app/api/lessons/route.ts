import { readCatalogue } from "@/components/workshop/lesson-catalogue";

/** Fixed when the playground is built, as the lessons are. */
export const dynamic = "force-static";

/** Every lesson with its checks, by part (`AgendaPart[]`): for who changes a room's agenda. */
export async function GET(): Promise<Response> {
	return Response.json(await readCatalogue());
}
