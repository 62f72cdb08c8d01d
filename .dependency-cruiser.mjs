/**
 * The arrows of the architecture: app → components → lib; lessons and what runs in a sandbox see only what is
 * published for them; features of lib know one another by their contracts only.
 */

/** Specs, and helpers of specs that stand beside them. */
const SPEC = "(\\.test\\.tsx?|/test-[^/]+\\.tsx?)$";
const CODE = { pathNot: [SPEC, "^tests/"] };

/** What a feature of lib shows to the others. Everything else in it is its own affair. */
const CONTRACTS = [
	"^lib/[^/]+/(types|index|contract)\\.ts$",
	"^lib/sandbox/(agent-protocol|app-limits|errors|files|machine|machine-needs|machine-policy|runner)\\.ts$",
	"^lib/sandbox/bridge/(types|messages)\\.ts$",
	"^lib/sandbox/session/(types|state)\\.ts$",
	"^lib/lessons/(schema|syllabus)\\.ts$",
	// Small things without a feature of their own; they import no feature.
	"^lib/util/",
];

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
	forbidden: [
		{
			name: "no-cycles",
			comment:
				"Two modules that need each other are one module, or a third is missing. Types alone may circle.",
			severity: "error",
			from: {},
			to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
		},
		{
			name: "unresolvable",
			comment: "The import leads nowhere.",
			severity: "error",
			from: CODE,
			to: { couldNotResolve: true, pathNot: ["^@generated/", "\\.generated/"] },
		},
		{
			name: "nobody-imports-routes",
			comment: "app → components → lib: nothing below imports a route.",
			severity: "error",
			from: { path: "^(components|lib|lessons|sandbox-templates)/", ...CODE },
			to: { path: "^app/" },
		},
		{
			name: "no-components-below",
			comment: "Components are for app and other components.",
			severity: "error",
			from: { path: "^(lib|lessons|sandbox-templates)/", ...CODE },
			to: { path: "^components/" },
		},
		{
			name: "lib-knows-no-ui",
			comment: "lib is free of React and Next.js, types included; of zustand it uses the part without React.",
			severity: "error",
			from: { path: "^lib/", ...CODE },
			to: {
				path: [
					"^(node_modules/)?(react|react-dom|next|@types/react|@types/react-dom)(/|$)",
					"^(node_modules/)?zustand/",
				],
				pathNot: "(^|/)zustand/(esm/)?(vanilla|middleware)",
			},
		},
		{
			name: "mdx-in-lessons-only",
			comment: "Compiling prose is the affair of lib/lessons, on the server.",
			severity: "error",
			from: { path: "^(lib|components|app)/", pathNot: ["^lib/lessons/", SPEC] },
			to: {
				path: "^(node_modules/)?(mdx-bundler|shiki|@shikijs|gray-matter|remark-gfm|rehype-slug)(/|$)",
				pathNot: "(^|/)mdx-bundler/(dist/)?client",
			},
		},
		{
			name: "no-server-code-in-components",
			comment: "What is in a folder `server` reads files and starts processes: routes only.",
			severity: "error",
			from: { path: "^components/", ...CODE },
			to: { path: ["^lib/server/", "^lib/.+/server/"] },
		},
		{
			name: "authors-see-published-checks-only",
			comment:
				"A lesson imports from the product what lib/checks and lib/quiz publish for authors, and nothing else.",
			severity: "error",
			from: { path: "^lessons/" },
			to: {
				path: "^(app|components|lib|scripts|tests|sandbox-templates)/",
				pathNot: "^lib/(checks|quiz)/index\\.ts$",
			},
		},
		{
			name: "sandboxes-see-contracts-only",
			comment: "What runs inside a sandbox shares the message schemas with the product, and nothing else.",
			severity: "error",
			from: { path: "^sandbox-templates/", pathNot: SPEC },
			to: {
				path: "^(app|components|lib|scripts|tests|lessons)/",
				pathNot: [
					"^lib/checks/index\\.ts$",
					"^lib/sandbox/(agent-protocol|app-limits|errors)\\.ts$",
					"^lib/sandbox/bridge/messages\\.ts$",
				],
			},
		},
		{
			name: "features-by-contract",
			comment:
				"A feature of lib imports another one's contracts, not its insides; lib/playground puts them together.",
			severity: "error",
			from: { path: "^lib/([^/]+)/", pathNot: ["^lib/playground/", SPEC] },
			to: { path: "^lib/[^/]+/", pathNot: ["^lib/$1/", ...CONTRACTS] },
		},
		{
			name: "util-stands-below",
			comment: "lib/util is used by every feature and uses none.",
			severity: "error",
			from: { path: "^lib/util/", pathNot: SPEC },
			to: { path: "^lib/", pathNot: "^lib/util/" },
		},
		{
			name: "no-tools-in-the-product",
			comment: "Scripts and tests are not part of the product.",
			severity: "error",
			from: { path: "^(app|components|lib|lessons|sandbox-templates)/", ...CODE },
			to: { path: ["^(scripts|tests)/", SPEC] },
		},
		{
			name: "no-dev-dependency-in-the-product",
			comment: "The product must run after `npm ci --omit=dev`.",
			severity: "error",
			from: { path: "^(app|components|lib|lessons|sandbox-templates)/", ...CODE },
			to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
		},
	],
	options: {
		tsPreCompilationDeps: true,
		tsConfig: { fileName: "tsconfig.json" },
		doNotFollow: { path: "node_modules" },
		exclude: {
			// Files of learners' apps: their `@/` is another root.
			path: [
				"^sandbox-templates/next-app/",
				"^lessons/.*/(starter|solution|alternatives|mistakes)/",
				"^lessons/.*/claims/",
				"^\\.(generated|next|sandboxes)/",
			],
		},
		enhancedResolveOptions: {
			exportsFields: ["exports"],
			conditionNames: ["import", "require", "node", "default", "types"],
		},
	},
};
