import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "@/lib/build";

export const dynamic = "force-dynamic";

const read = (path: string) => JSON.parse(readFileSync(join(process.cwd(), ".next", path), "utf8"));

/** What this build says of its own key. */
export function GET() {
	const cached = existsSync(join(process.cwd(), ".next/cache/.rscinfo")) ? read("cache/.rscinfo") : {};
	const expires = Object.values(cached).find((value) => typeof value === "number" && value > 1e12);
	return Response.json({
		build,
		key: read("server/server-reference-manifest.json").encryptionKey,
		inContainer: existsSync("/.dockerenv"),
		daysLeft: (Number(expires ?? 0) - Date.now()) / 86_400_000,
	});
}
