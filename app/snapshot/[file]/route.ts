import { snapshotResponse } from "@/lib/sandbox/machines/webcontainer/server/snapshot-store";

/** A snapshot for WebContainers, named by its content. */
export async function GET(
	request: Request,
	{ params }: { params: Promise<{ file: string }> },
): Promise<Response> {
	return snapshotResponse((await params).file, request.headers.get("accept-encoding"));
}
