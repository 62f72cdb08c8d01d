import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import type { GenerateStep } from "./step";

const OUTPUT = ".generated/react-wire";
const STAND_IN_FILE = "./react-dom-stand-in.js";

/**
 * React's own code for what travels between a browser and a Server Action, as Next.js ships it, each half bundled with
 * the React that belongs to it. Nothing in it can load a module: the bundler's functions that it calls hand out stand-ins.
 */
const HALVES = {
	/** Reads answers (Flight). */
	client: {
		entry: "react-server-dom-webpack/client.browser.js",
		exports: "createFromReadableStream",
		types:
			"export function createFromReadableStream(stream: ReadableStream<Uint8Array>, options: { temporaryReferences: { get(reference: string): unknown } }): Promise<unknown>;",
		// Both need ReactDOM for hints (preload this, prefetch that) only, and hints must do nothing here.
		alias: { "react-dom": STAND_IN_FILE },
	},
	/** Reads arguments (replies). */
	server: {
		entry: "react-server-dom-webpack/server.browser.js",
		exports: "createTemporaryReferenceSet, decodeAction, decodeReply",
		types: [
			"type Manifest = Record<string, unknown>;",
			"export function createTemporaryReferenceSet(): object;",
			"export function decodeAction(body: FormData, manifest: Manifest): Promise<(() => unknown) | null>;",
			"export function decodeReply(body: FormData | string, manifest: Manifest, options: { temporaryReferences: object }): Promise<unknown>;",
		].join("\n"),
		alias: { react: "react/react.react-server.js", "react-dom": STAND_IN_FILE },
	},
} as const;

const STAND_IN = `exports.__DOM_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE = {
	d: new Proxy({}, { get: () => () => {} }),
};`;

/** Every module "is" a bag in which each name is a function that tells which name it is, and what it is called with. */
const BUNDLER = `
const __webpack_require__ = (id) => new Proxy({}, {
	has: () => true,
	getOwnPropertyDescriptor: (_, name) => ({ configurable: true, enumerable: true, value: standIn(id, name) }),
	get: (_, name) => (name === "then" || name === "__esModule" ? undefined : standIn(id, name)),
});
const standIn = (id, name) => Object.assign((...args) => args, { standInFor: { id, name: String(name) } });
const __webpack_chunk_load__ = () => Promise.resolve();
`;

const step: GenerateStep = {
	name: "react-wire",
	inputs: ["scripts/generate/react-wire.ts", "package-lock.json"],
	outputs: Object.keys(HALVES).flatMap((name) => [`${OUTPUT}/${name}.js`, `${OUTPUT}/${name}.d.ts`]),
	async run(root) {
		const compiled = join(
			dirname(createRequire(join(root, "package.json")).resolve("next/package.json")),
			"dist/compiled",
		);
		await mkdir(join(root, OUTPUT), { recursive: true });
		for (const [name, half] of Object.entries(HALVES)) {
			await build({
				absWorkingDir: root,
				stdin: {
					contents: `export { ${half.exports} } from ${JSON.stringify(join(compiled, half.entry))};`,
					resolveDir: compiled,
				},
				outfile: `${OUTPUT}/${name}.js`,
				bundle: true,
				minify: true,
				format: "esm",
				platform: "browser",
				target: "es2022",
				define: { "process.env.NODE_ENV": '"production"' },
				banner: { js: BUNDLER },
				legalComments: "none",
				logLevel: "warning",
				plugins: [
					{
						name: "react-of-next",
						setup({ onResolve, onLoad }) {
							onResolve({ filter: /^react(-dom)?$/ }, ({ path }) => {
								const target: string | undefined = (half.alias as Record<string, string>)[path];
								if (target === STAND_IN_FILE) return { path: target, namespace: "stand-in" };
								if (target !== undefined) return { path: join(compiled, target) };
								throw new Error(`The ${name} half of React's wire code asks for ${path} unexpectedly.`);
							});
							onLoad({ filter: /.*/, namespace: "stand-in" }, () => ({ contents: STAND_IN, loader: "js" }));
						},
					},
				],
			});
			await writeFile(join(root, OUTPUT, `${name}.d.ts`), `${half.types}\n`);
		}
	},
};

export default step;
