import type { MachineKind } from "@/lib/sandbox/machine";
import { missingOn } from "@/lib/sandbox/machine-needs";
import type { LessonToVerify } from "./read";

/**
 * The lesson without what that machine cannot run, by name in `leftOut`; `null` where the machine lacks what the lesson
 * needs: in a WebContainer there is no `next build`, so
 * claims and variants of production stay away, and learners are told so.
 */
export function onMachine(
	lesson: LessonToVerify,
	machine: MachineKind,
): { lesson: LessonToVerify | null; leftOut: string[] } {
	const missing = missingOn(machine, lesson.source.meta.needs);
	if (missing.length > 0) return { lesson: null, leftOut: [`all of it (${missing.join(", ")})`] };
	const { modules, variants, mdx, claimFolders } = lesson;
	if (machine !== "webcontainer" || modules === null) return { lesson, leftOut: [] };
	const away = modules.claims.filter(({ mode }) => mode === "production").map(({ id }) => id);
	const stays = (id: string) => !away.includes(id);
	const built = variants.filter(({ mode }) => mode === "production").map(({ name }) => name);
	return {
		lesson: {
			...lesson,
			modules: { ...modules, claims: modules.claims.filter(({ id }) => stays(id)) },
			variants: variants.filter(({ name }) => !built.includes(name)),
			mdx: { ...mdx, claims: mdx.claims.filter(stays) },
			claimFolders: claimFolders.filter(stays),
		},
		leftOut: [...built, ...away.map((id) => `claim ${id}`)],
	};
}
