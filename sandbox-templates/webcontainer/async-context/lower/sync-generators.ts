import { createRequire } from "node:module";
import type TypeScript from "typescript";

const DELEGATION = /\byield\* __yieldStar\d*\(/;
const HELPER = /^__yieldStar\d*$/;
const DRIVER = /^__asyncGenerator\d*$/;

/**
 * Takes esbuild's `__yieldStar` away from generators that are not async: it is put around each `yield*` of a file, and
 * ours is for the driver of async ones. Which a `yield*` belongs to is only known from the syntax around it.
 */
export function restoreSyncGenerators(code: string): string {
	if (!DELEGATION.test(code)) return code;
	// Few files come here, and this parser takes a while to load.
	const ts = createRequire(import.meta.url)("typescript") as typeof TypeScript;
	const file = ts.createSourceFile("lowered.js", code, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
	const helpers: TypeScript.Node[] = [];

	const isCallOf = (node: TypeScript.Node | undefined, name: RegExp): node is TypeScript.CallExpression =>
		node !== undefined &&
		ts.isCallExpression(node) &&
		ts.isIdentifier(node.expression) &&
		name.test(node.expression.text);

	const visit = (node: TypeScript.Node, inBody: boolean): void => {
		if (ts.isYieldExpression(node) && node.asteriskToken && isCallOf(node.expression, HELPER) && !inBody) {
			helpers.push(node.expression.expression);
		}
		const body = isCallOf(node, DRIVER) ? node.arguments[2] : undefined;
		ts.forEachChild(node, (child) => visit(child, child === body || (inBody && !ts.isFunctionLike(child))));
	};
	visit(file, false);

	let restored = code;
	for (const helper of helpers.reverse()) {
		restored = restored.slice(0, helper.getStart(file)) + restored.slice(helper.end);
	}
	return restored;
}
