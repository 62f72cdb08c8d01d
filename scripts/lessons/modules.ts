import { join } from "node:path";
import { build } from "esbuild";
import * as z from "zod";
import { LessonError } from "@/lib/lessons/error";
import { modeSchema } from "@/lib/sandbox/agent-protocol";
import { exists } from "../files";
import { ROOT } from "../root";

const runSchema = z.custom<(context: never) => Promise<void>>((value) => typeof value === "function", {
	message: "must be a function",
});

const checkSchema = z.object({
	id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { message: "use kebab-case" }),
	title: z.string().min(3),
	points: z.array(z.string()),
	requires: z.array(z.string()).optional(),
	hints: z.array(z.string()),
	run: runSchema,
});

const claimSchema = z.object({
	id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { message: "use kebab-case" }),
	statement: z.string().min(3),
	points: z.array(z.string()),
	mode: modeSchema.optional(),
	run: runSchema,
});

const modulesSchema = z.object({ checks: z.array(checkSchema), claims: z.array(claimSchema) });

/** The code of a lesson: what is in it, and as one ES module for a browser. */
export interface BundledModules extends z.infer<typeof modulesSchema> {
	code: string;
}

/**
 * Bundles `checks.ts` and, where there is one, `claims.ts` of a lesson. `root` holds `lessons/`, `dir` is relative to
 * it; the product's own helpers come from this repository wherever the lesson is. Throws a `LessonError`.
 */
export async function bundleModules(root: string, dir: string): Promise<BundledModules> {
	const folder = join(root, dir);
	if (!(await exists(join(folder, "checks.ts"))))
		throw new LessonError(`${dir}/checks.ts`, "the file is missing");
	const hasClaims = await exists(join(folder, "claims.ts"));
	const contents = `export { default as checks } from "./checks";
${hasClaims ? 'export { default as claims } from "./claims";' : "export const claims = [];"}`;
	const code = await bundle(contents, folder, `${dir}/checks.ts, claims.ts`);
	try {
		const module = await import(asDataUrl(code));
		const parsed = modulesSchema.safeParse({ checks: module.checks, claims: module.claims });
		if (parsed.success) return { code, ...parsed.data };
		throw new Error(z.prettifyError(parsed.error));
	} catch (error) {
		const detail = error instanceof Error ? error.message : String(error);
		throw new LessonError(`${dir}/checks.ts, claims.ts`, detail, { cause: error });
	}
}

function asDataUrl(code: string): string {
	return `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
}

/** `names`: the files, for the message when they cannot be bundled. */
async function bundle(contents: string, folder: string, names: string): Promise<string> {
	try {
		const { outputFiles } = await build({
			stdin: { contents, resolveDir: folder, loader: "ts", sourcefile: "lesson-modules.ts" },
			bundle: true,
			write: false,
			format: "esm",
			platform: "browser",
			target: "es2022",
			logLevel: "silent",
			tsconfig: join(ROOT, "tsconfig.json"),
			nodePaths: [join(ROOT, "node_modules")],
			sourcemap: "inline",
		});
		return outputFiles[0]!.text;
	} catch (error) {
		throw new LessonError(names, `cannot be bundled: ${String(error)}`, {
			cause: error,
		});
	}
}
