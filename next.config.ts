import type { NextConfig } from "next";

const IMMUTABLE = [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }];

/**
 * An isolated page takes a worker only with these on its script. Harmless elsewhere, so they are always there; the pages
 * have theirs from instrumentation.ts.
 */
const FOR_ISOLATED_PAGES = [
	{ key: "Cross-Origin-Embedder-Policy", value: "require-corp" },
	{ key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];

const config: NextConfig = {
	poweredByHeader: false,
	devIndicators: false,
	typedRoutes: false,
	// `npm test` checks the types; a person who only wants to start the product should not wait for it.
	typescript: { ignoreBuildErrors: true },
	// Native binaries and packages that load files by their own path: bundling breaks both.
	serverExternalPackages: [
		"esbuild",
		"mdx-bundler",
		"shiki",
		"@shikijs/rehype",
		"@electric-sql/pglite",
		"pg",
	],
	// A page of `next dev` opened under one of these names does not hydrate otherwise.
	allowedDevOrigins: ["127.0.0.1", "*.localhost"],
	async headers() {
		return [
			{
				source: "/:path*",
				headers: [
					{ key: "X-Content-Type-Options", value: "nosniff" },
					{ key: "Referrer-Policy", value: "same-origin" },
				],
			},
			{ source: "/_next/static/:path*", headers: FOR_ISOLATED_PAGES },
			{ source: "/monaco-esm/:path*", headers: [...IMMUTABLE, ...FOR_ISOLATED_PAGES] },
			{ source: "/types/:path*", headers: IMMUTABLE },
		];
	},
};

export default config;
