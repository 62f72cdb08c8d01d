/** Ids of checks and claims that a lesson's prose names. */
export interface MdxIds {
	checks: string[];
	claims: string[];
}

/** An element of ours with its attributes; a `>` inside quotes or braces does not end it. */
const ELEMENT = /<(Check|Claim|Step)\b((?:"[^"]*"|'[^']*'|\{[^}]*\}|[^>"'{}])*)>/g;

/** Finds `<Check id>`, `<Claim id>` and `<Step checks={[…]}>` outside of code. */
export function idsOfProse(mdx: string): MdxIds {
	const prose = withoutCode(mdx);
	const checks = new Set<string>();
	const claims = new Set<string>();
	for (const [, name, attributes = ""] of prose.matchAll(ELEMENT)) {
		const target = name === "Claim" ? claims : checks;
		for (const id of name === "Step" ? idList(attributes) : ownId(attributes)) target.add(id);
	}
	return { checks: [...checks], claims: [...claims] };
}

/** A sentence that the prose marks as a claim. */
export interface ClaimSentence {
	/** `null` where the mark names none. */
	id: string | null;
	/** As it stands in the prose, on one line. */
	text: string;
}

/** Finds what stands between `<Claim>` and `</Claim>`, outside of code. */
export function claimSentences(mdx: string): ClaimSentence[] {
	const prose = withoutCode(mdx);
	return [...prose.matchAll(ELEMENT)]
		.filter(([, name]) => name === "Claim")
		.map(({ 0: mark, 2: attributes = "", index }) => {
			const from = index + mark.length;
			const to = prose.indexOf("</Claim>", from);
			const text = mdx.slice(from, to === -1 ? from : to).replace(/\s+/g, " ");
			return { id: ownId(attributes)[0] ?? null, text: text.trim() };
		});
}

/** Code is blanked out, so that every other character keeps its place. */
function withoutCode(mdx: string): string {
	const blank = (code: string) => code.replace(/[^\n]/g, " ");
	return mdx
		.replace(/^[ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?^[ \t]*\1[ \t]*$/gm, blank)
		.replace(/(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, blank);
}

function ownId(attributes: string): string[] {
	const match = /\bid=(?:"([^"]*)"|'([^']*)'|\{\s*["']([^"']*)["']\s*\})/.exec(attributes);
	const id = match?.[1] ?? match?.[2] ?? match?.[3];
	return id === undefined ? [] : [id];
}

function idList(attributes: string): string[] {
	const list = /\bchecks=\{([^}]*)\}/.exec(attributes)?.[1] ?? "";
	return [...list.matchAll(/["']([^"']+)["']/g)].map((match) => match[1] as string);
}
