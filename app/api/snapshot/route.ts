import { makeInBackground } from "@/lib/sandbox/machines/webcontainer/server/snapshot-maker";
import { readManifest } from "@/lib/sandbox/machines/webcontainer/server/snapshot-store";

export const dynamic = "force-dynamic";

const NO_STORE = { "Cache-Control": "no-store" };

/**
 * The manifest of the snapshot for WebContainers. 202 while it is being made, which the first question begins: a server
 * on the learner's own computer may never be asked. 503 where it cannot be made.
 */
export async function GET(): Promise<Response> {
	const manifest = await readManifest();
	if (manifest !== null) return Response.json(manifest, { headers: NO_STORE });
	const making = makeInBackground();
	if (making.state === "making") {
		return Response.json(
			{ message: "The sandbox's files are being made." },
			{ status: 202, headers: NO_STORE },
		);
	}
	const message =
		"This playground's server has no files for a sandbox in the browser, and could not make them; its log says why. Whoever runs it can try `npm run snapshot`.";
	return Response.json({ message }, { status: 503, headers: NO_STORE });
}
