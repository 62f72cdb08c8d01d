import { build } from "esbuild";

const SOURCE = `
import { transform } from "sucrase";
/** TypeScript or JavaScript with imports, to JavaScript without: { code } as Next.js expects it. */
export const toCommonJs = (text) =>
	transform(text, { transforms: ["typescript", "imports"], disableESTransforms: true, preserveDynamicImport: true });
`;

/** The text of the one file of the package that makes CommonJS of next.config.ts. `root` is the product's folder. */
export async function configCompiler(root: string): Promise<string> {
	const { outputFiles } = await build({
		absWorkingDir: root,
		stdin: { contents: SOURCE, resolveDir: root, loader: "js" },
		bundle: true,
		write: false,
		platform: "node",
		format: "cjs",
		target: "node20",
		minify: true,
		legalComments: "none",
		logLevel: "warning",
		tsconfigRaw: {},
	});
	const [file] = outputFiles;
	if (!file) throw new Error("esbuild made no compiler of next.config.ts.");
	return file.text;
}
