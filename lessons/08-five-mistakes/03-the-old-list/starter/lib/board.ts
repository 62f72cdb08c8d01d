import { unstable_cache } from "next/cache";
import { db } from "@/lib/db";

const asOf = () => new Date().toISOString();

/** What the tenants see. Everybody looks at it, so it is worked out once and kept. */
export const getOpenJobs = unstable_cache(
	async () => ({ jobs: await db.problem.findMany({ where: { solved: false } }), asOf: asOf() }),
	["open-jobs"],
	{ tags: ["jobs"] },
);

/** How much has been done. The owners like this number. */
export const getTally = unstable_cache(
	async () => ({ done: await db.problem.count({ where: { solved: true } }), asOf: asOf() }),
	["tally"],
	{ tags: ["tally"] },
);
