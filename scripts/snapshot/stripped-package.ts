/** What the resolvers of Node.js and webpack, and Next.js itself, read from a package.json. */
const KEPT = [
	"name",
	"version",
	"main",
	"module",
	"browser",
	"exports",
	"imports",
	"type",
	"bin",
	"sideEffects",
	"types",
	"react-server",
	"next",
	"dependencies",
	"optionalDependencies",
	"peerDependencies",
];

/** A package.json without what only people and registries read. */
export function strippedPackage(text: string): string {
	const fields = JSON.parse(text) as Record<string, unknown>;
	return JSON.stringify(
		Object.fromEntries(KEPT.filter((name) => name in fields).map((name) => [name, fields[name]])),
	);
}
