import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import * as z from "zod";
import type { Build, BuiltAction, BuiltRoute, Mode } from "@/lib/sandbox/agent-protocol";
import { AgentError } from "./agent-error";

/** Files that Next.js 16.3.7 writes for itself; what is not read here is not looked at. */
const appPathsSchema = z.record(z.string(), z.string());

const prerenderSchema = z.object({
	routes: z.record(z.string(), z.object({ srcRoute: z.string().nullish(), compute: z.string().optional() })),
	dynamicRoutes: z.record(z.string(), z.object({ compute: z.string().optional() })),
});
type Prerendered = z.infer<typeof prerenderSchema>;

const referencesSchema = z.object({
	node: z.record(z.string(), z.unknown()),
	edge: z.record(z.string(), z.unknown()),
});
const referenceSchema = z.object({
	workers: z.record(z.string(), z.unknown()),
	filename: z.string().optional(),
	exportedName: z.string().optional(),
});

const NOTHING_PRERENDERED: Prerendered = { routes: {}, dynamicRoutes: {} };

/**
 * Routes and Server Actions of the app in `folder`, as the build or the running `next dev` wrote them down.
 * Throws an `AgentError` where a production build is not there or cannot be read.
 */
export async function readBuild(folder: string, mode: Mode): Promise<Omit<Build, "log">> {
	const root = join(folder, mode === "production" ? ".next" : ".next/dev");
	const read = <T>(path: string, schema: z.ZodType<T>, whileNothingIsCompiled: T) =>
		readManifest(join(root, path), schema, mode === "development" ? whileNothingIsCompiled : null);
	const [appPaths, prerendered, references] = await Promise.all([
		read("server/app-paths-manifest.json", appPathsSchema, {}),
		read("prerender-manifest.json", prerenderSchema, NOTHING_PRERENDERED),
		read("server/server-reference-manifest.json", referencesSchema, { node: {}, edge: {} }),
	]);
	return {
		mode,
		buildId: mode === "production" ? (await readFile(join(root, "BUILD_ID"), "utf8")).trim() : null,
		routes: routesOf(Object.keys(appPaths), prerendered),
		actions: actionsOf(folder, { ...references.edge, ...references.node }),
	};
}

/** Addresses that the build prerendered, for instance `/` and `/items/1`; none in development. */
export async function prerenderedPaths(folder: string): Promise<string[]> {
	const { routes } = await readManifest(
		join(folder, ".next/prerender-manifest.json"),
		prerenderSchema,
		NOTHING_PRERENDERED,
	);
	return Object.keys(routes).filter((path) => !isFrameworks(path));
}

function routesOf(appPaths: string[], prerendered: Prerendered): BuiltRoute[] {
	const routes = appPaths
		.map((appPath): BuiltRoute => {
			const path = addressOf(appPath);
			return { path, kind: appPath.endsWith("/route") ? "handler" : kindOf(path, prerendered) };
		})
		.filter(({ path }) => !isFrameworks(path));
	// Slots of one page are one address.
	const byPath = new Map(routes.map((route) => [route.path, route]));
	return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function kindOf(path: string, { routes, dynamicRoutes }: Prerendered): BuiltRoute["kind"] {
	const found =
		routes[path] ?? Object.values(routes).find(({ srcRoute }) => srcRoute === path) ?? dynamicRoutes[path];
	if (!found) return "dynamic";
	return found.compute === undefined || found.compute === "static" ? "static" : "partial";
}

function actionsOf(folder: string, references: Record<string, unknown>): BuiltAction[] {
	const actions: BuiltAction[] = [];
	for (const [id, value] of Object.entries(references)) {
		// The first bit of an id says that it is a function with 'use cache', which nobody can call from outside.
		if (Number.parseInt(id.slice(0, 2), 16) & 0x80) continue;
		const { workers, filename = "", exportedName = "" } = referenceSchema.parse(value);
		const endpointOf = Object.keys(workers).map((worker) => addressOf(worker.replace(/^app/, "")));
		actions.push({
			id,
			name: exportedName,
			file: pathInApp(folder, filename),
			endpointOf: [...new Set(endpointOf)].sort(),
		});
	}
	return actions.sort((a, b) => (`${a.file}\n${a.name}` < `${b.file}\n${b.name}` ? -1 : 1));
}

/** `/(shop)/items/[id]/page` → `/items/[id]` */
function addressOf(appPath: string): string {
	const segments = appPath
		.replace(/\/(page|route)$/, "")
		.split("/")
		.filter((segment) => segment !== "" && !/^\(\w[^)]*\)$/.test(segment) && !segment.startsWith("@"));
	return `/${segments.join("/")}`;
}

/** `/_not-found`, `/_global-error`, and the sandbox's own. */
function isFrameworks(path: string): boolean {
	return path.startsWith("/_");
}

/** Turbopack names files from its root, webpack from the app's folder. */
function pathInApp(folder: string, filename: string): string {
	for (let from = folder; ; from = dirname(from)) {
		const file = join(from, filename);
		if (file.startsWith(folder + sep) && existsSync(file)) return relative(folder, file).replaceAll(sep, "/");
		if (dirname(from) === from) return filename;
	}
}

/** `instead` stands for a file that is not there; with `null` that is an error. */
async function readManifest<T>(file: string, schema: z.ZodType<T>, instead: T | null): Promise<T> {
	const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
		if (error.code === "ENOENT" && instead !== null) return null;
		throw new AgentError("internal", `The build cannot be read: ${error.message}`);
	});
	if (text === null) return instead as T;
	try {
		return schema.parse(JSON.parse(text));
	} catch (error) {
		throw new AgentError("internal", `The build cannot be read: ${file}: ${String(error)}`);
	}
}
