/** Ids of checks and claims that a lesson's prose names. */
export interface MdxIds {
	checks: string[];
	claims: string[];
}

/** An element of ours with its attributes; a `>` inside quotes or braces does not end it. */
const ELEMENT = /<(Check|Claim|Step)\b((?:"[^"]*"|'[^']*'|\{[^}]*\}|[^>"'{}])*)>/g;

/** Finds `<Check id>`, `<Claim id>` and `<Step checks={[…]}>` outside of code. */
export function idsOfProse(mdx: string): MdxIds {
	const prose = mdx
		.replace(/^[ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?^[ \t]*\1[ \t]*$/gm, "")
		.replace(/(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, "");
	const checks = new Set<string>();
	const claims = new Set<string>();
	for (const [, name, attributes = ""] of prose.matchAll(ELEMENT)) {
		const target = name === "Claim" ? claims : checks;
		for (const id of name === "Step" ? idList(attributes) : ownId(attributes)) target.add(id);
	}
	return { checks: [...checks], claims: [...claims] };
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
