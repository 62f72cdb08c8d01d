import { expect, it } from "vitest";
import { ROOT } from "../root";
import { configCompiler } from "./config-compiler";

it("makes CommonJS of a next.config.ts and of what it imports", async () => {
	const module = { exports: {} as { toCommonJs(text: string): { code: string } } };
	new Function("module", "exports", "require", await configCompiler(ROOT))(
		module,
		module.exports,
		() => ({}),
	);
	const { code } = module.exports.toCommonJs(`
import type { NextConfig } from "next";
import { inPlayground } from "./.sandbox/next-config";
const config: NextConfig = { poweredByHeader: false };
export const later = () => import("node:os");
export default inPlayground(config);
`);
	const made = { exports: {} as Record<string, unknown> };
	const required: string[] = [];
	new Function("module", "exports", "require", code)(made, made.exports, (name: string) => {
		required.push(name);
		return { inPlayground: (config: object) => ({ ...config, inside: true }) };
	});
	expect(required).toEqual(["./.sandbox/next-config"]);
	expect(made.exports.default).toEqual({ poweredByHeader: false, inside: true });
	expect(code).toContain('import("node:os")');
});
