import { readBaseApp } from "@/lib/sandbox/machines/local/server/base-app";

export const dynamic = "force-static";

/** The base app as JSON (`BaseApp`), fixed when the playground is built. */
export async function GET(): Promise<Response> {
	return Response.json(await readBaseApp());
}
