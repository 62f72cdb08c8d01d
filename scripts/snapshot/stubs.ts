/**
 * Next.js insists on TypeScript and types where there is a tsconfig.json, and installs them when they are missing. The
 * editor has the real ones; in a sandbox nothing uses them. Text by path below node_modules.
 */
export const STUBS: Record<string, string> = {
	"typescript/package.json": JSON.stringify({
		name: "typescript",
		version: "7.0.2",
		bin: { tsc: "./bin/tsc" },
	}),
	"typescript/bin/tsc": "",
	"@types/react/package.json": JSON.stringify({ name: "@types/react", version: "19.3.0" }),
	"@types/react/index.d.ts": "",
	"@types/node/package.json": JSON.stringify({ name: "@types/node", version: "20.19.43" }),
	"@types/node/index.d.ts": "",
};
