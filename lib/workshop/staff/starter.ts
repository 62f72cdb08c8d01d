import { type FileTree, fileTreeSchema } from "@/lib/sandbox/files";

const asked = new Map<string, Promise<FileTree>>();

/**
 * The whole app that learners of a lesson begin with, by path. Asked for once; a failure is not kept.
 * Rejects with a sentence for people.
 */
export function loadStarter(lesson: string): Promise<FileTree> {
	const known = asked.get(lesson);
	if (known) return known;
	const answer = readStarter(lesson);
	asked.set(lesson, answer);
	answer.catch(() => asked.delete(lesson));
	return answer;
}

async function readStarter(lesson: string): Promise<FileTree> {
	const sorry = "The lesson's starter could not be loaded. Is the playground still running?";
	try {
		const response = await fetch(`/api/lessons/${lesson}/starter`);
		if (!response.ok) throw new Error(sorry);
		return fileTreeSchema.parse(await response.json());
	} catch (error) {
		throw new Error(sorry, { cause: error });
	}
}
