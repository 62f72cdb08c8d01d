/**
 * Whether `path` is matched by `pattern`. `**` stands for any number of segments (also none), `*` for any text inside one
 * segment; everything else stands for itself. That is all that `structure` of a lesson's frontmatter needs.
 */
export function matchesGlob(pattern: string, path: string): boolean {
	return matchSegments(pattern.split("/"), path.split("/"));
}

export function matchesAnyGlob(patterns: readonly string[], path: string): boolean {
	return patterns.some((pattern) => matchesGlob(pattern, path));
}

function matchSegments(pattern: readonly string[], path: readonly string[]): boolean {
	const [head, ...rest] = pattern;
	if (head === undefined) return path.length === 0;
	if (head === "**") {
		// A final `**` asks for at least one segment: `app/**` is what stands inside `app`, not `app` itself.
		if (rest.length === 0) return path.length > 0;
		return path.some((_, index) => matchSegments(rest, path.slice(index)));
	}
	const [segment, ...others] = path;
	return segment !== undefined && matchSegment(head, segment) && matchSegments(rest, others);
}

function matchSegment(pattern: string, segment: string): boolean {
	const source = pattern
		.split("*")
		.map((literal) => literal.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
		.join(".*");
	return new RegExp(`^${source}$`, "s").test(segment);
}
