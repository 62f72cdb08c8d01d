import { join } from "node:path";
import rehypeShiki from "@shikijs/rehype";
import { bundleMDX } from "mdx-bundler";
import rehypeSlug from "rehype-slug";
import remarkGfm from "remark-gfm";
import { LessonError } from "./error";
import { findLesson, type LoadOptions } from "./load";

const LANGUAGES = ["tsx", "ts", "jsx", "js", "json", "html", "css", "http", "bash", "diff", "text"];

/**
 * A lesson's prose as code for `getMDXComponent` of `mdx-bundler/client`. Runs in Node only.
 * Throws a `LessonError` that says what in the MDX cannot be compiled.
 */
export async function compileLesson(slug: string, options: LoadOptions = {}): Promise<string> {
	const { root = process.cwd() } = options;
	const source = await findLesson(slug, options);
	const file = `${source.dir}/lesson.mdx`;
	try {
		const { code } = await bundleMDX({
			source: source.body,
			cwd: join(/* turbopackIgnore: true */ root, source.dir),
			mdxOptions: (mdx) => ({
				...mdx,
				remarkPlugins: [...(mdx.remarkPlugins ?? []), remarkGfm],
				rehypePlugins: [...(mdx.rehypePlugins ?? []), rehypeSlug, [rehypeShiki, SHIKI], refuseUncoloured],
			}),
		});
		return code;
	} catch (error) {
		throw new LessonError(file, `the prose cannot be compiled: ${String(error)}`, { cause: error });
	}
}

interface HastNode {
	type: string;
	tagName?: string;
	properties?: Record<string, unknown>;
	children?: HastNode[];
}

/** Shiki leaves code in a language it has not loaded as it is, without a word: a typo would pass unseen. */
function refuseUncoloured() {
	return (node: HastNode): void => {
		const [only] = node.tagName === "pre" ? (node.children ?? []) : [];
		const language = String(only?.properties?.className ?? "");
		if (language.startsWith("language-")) {
			const known = LANGUAGES.join(", ");
			throw new Error(`no colours for "${language.slice("language-".length)}"; use one of ${known}`);
		}
		for (const child of node.children ?? []) refuseUncoloured()(child);
	};
}

const SHIKI = {
	themes: { light: "github-light-default", dark: "github-dark-default" },
	// Both colours come as CSS variables; app/prose.css picks one by theme.
	defaultColor: false,
	langs: LANGUAGES,
	parseMetaString: (meta: string) => {
		const title = /title="([^"]*)"/.exec(meta)?.[1];
		return title === undefined ? {} : { "data-title": title };
	},
	onError: (error: unknown) => {
		throw error;
	},
};
