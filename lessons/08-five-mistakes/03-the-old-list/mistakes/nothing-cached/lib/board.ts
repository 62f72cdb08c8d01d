import { db } from "@/lib/db";

const asOf = () => new Date().toISOString();

/** What the tenants see. */
export async function getOpenJobs() {
	return { jobs: await db.problem.findMany({ where: { solved: false } }), asOf: asOf() };
}

/** How much has been done. The owners like this number. */
export async function getTally() {
	return { done: await db.problem.count({ where: { solved: true } }), asOf: asOf() };
}
