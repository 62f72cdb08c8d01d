/** Packages of which something may be needed at run time; the trace says what. */
export const PACKAGES = [
	"@next/env",
	"@swc/helpers",
	"baseline-browser-mapping",
	"caniuse-lite",
	"client-only",
	"nanoid",
	"next",
	"picocolors",
	"postcss",
	"react",
	"react-dom",
	"scheduler",
	"source-map-js",
	"styled-jsx",
	"tslib",
	"zod",
];

/** Next.js looks here before it would download its compiler. The package's own place it never finds (16.3.7). */
export const WASM_PLACE = "next/wasm/@next/swc-wasm-nodejs";
export const WASM_PACKAGE = "@next/swc-wasm-nodejs";

/** The package through which our async context is loaded. */
export const ASYNC_CONTEXT = "@playground/async-context";

/** The package that makes CommonJS of next.config.ts: the compiler in wasm leaves `import` as it is. */
export const CONFIG_COMPILER = "@playground/config-compiler";
