import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { exists } from "../files";
import { UsageError } from "./arguments";
import { lessonTemplate, partTemplate } from "./template";

/**
 * Makes `lessons/NN-part/NN-lesson` below `root` with a lesson that can be loaded and run; the gate accepts it once
 * its placeholders are replaced. Numbers follow the last ones. Throws a `UsageError` when the name is not usable.
 */
export async function scaffoldLesson(root: string, slug: string): Promise<{ dir: string; files: string[] }> {
	const match = /^([a-z0-9]+(?:-[a-z0-9]+)*)\/([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(slug);
	const [, part, name] = match ?? [];
	if (part === undefined || name === undefined)
		throw new UsageError(
			`"${slug}" is no name for a lesson. Use <part>/<lesson> in small letters: forms/upload-a-file.`,
		);
	const partDir = `lessons/${await numbered(root, "lessons", part)}`;
	if (await find(root, partDir, name)) throw new UsageError(`There is a lesson "${slug}" already.`);
	const dir = `${partDir}/${await numbered(root, partDir, name)}`;
	const files = lessonTemplate(dir);
	if (!(await exists(join(root, partDir, "part.json")))) Object.assign(files, partTemplate(partDir));
	for (const [file, text] of Object.entries(files)) {
		await mkdir(dirname(join(root, file)), { recursive: true });
		await writeFile(join(root, file), text);
	}
	return { dir, files: Object.keys(files).sort() };
}

/** The folder called `name` below `dir`, or the next number with that name. */
async function numbered(root: string, dir: string, name: string): Promise<string> {
	const found = await find(root, dir, name);
	if (found) return found;
	const numbers = (await names(root, dir)).map((folder) => Number(/^(\d{2})-/.exec(folder)?.[1] ?? 0));
	return `${String(Math.max(0, ...numbers) + 1).padStart(2, "0")}-${name}`;
}

async function find(root: string, dir: string, name: string): Promise<string | undefined> {
	return (await names(root, dir)).find((folder) => folder.replace(/^\d{2}-/, "") === name);
}

async function names(root: string, dir: string): Promise<string[]> {
	if (!(await exists(join(root, dir)))) return [];
	const entries = await readdir(join(root, dir), { withFileTypes: true });
	return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
