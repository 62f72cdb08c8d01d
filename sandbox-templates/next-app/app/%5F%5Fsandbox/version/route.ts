import { version } from "@/.sandbox/version";

export const dynamic = "force-dynamic";

/** Tells the playground which state of the files is compiled into the running app. */
export function GET() {
	return new Response(version);
}
