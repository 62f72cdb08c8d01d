import ts from "typescript";
import type { MutantKind } from "@/lib/lessons/schema";

/** A wrong variant of a solution, made by one small change. */
export interface Mutant {
	kind: MutantKind;
	file: string;
	/** 1-based, in the solution's file. */
	line: number;
	/** The code that was changed, on one line: what `equivalents.json` names it by, with kind and file. */
	code: string;
	/** 1 for the first place in the file with this kind and code, 2 for the second … */
	occurrence: number;
	/** The whole file, changed. */
	text: string;
	/** Why this can make no difference in any lesson; such a mutant is not run. */
	equivalent?: string;
}

interface Edit {
	kind: MutantKind;
	node: ts.Node;
	/** What stands in its place. */
	with: string;
}

/** Words by which a condition is taken for one about who is calling. */
const ABOUT_PEOPLE = /session|visitor|user|member|author|owner|staff|admin|role|signedin|loggedin|\bme\b/i;
const GUARD_CALL = /^(require|assert|ensure|verify|check|must)[A-Z]/;
const NEXT_CACHE = ["revalidatePath", "revalidateTag", "updateTag", "refresh"];

/** All mutants of the code files of a solution, in the order of files and lines. Pure. */
export function deriveMutants(files: Record<string, string | null>): Mutant[] {
	return Object.entries(files).flatMap(([file, text]) =>
		text !== null && /\.[jt]sx?$/.test(file) ? mutantsOf(file, text) : [],
	);
}

function mutantsOf(file: string, text: string): Mutant[] {
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, scriptKindOf(file));
	const edits: Edit[] = [];
	const visit = (node: ts.Node) => {
		edits.push(...editsAt(node, source));
		ts.forEachChild(node, visit);
	};
	visit(source);
	const mutants = edits
		.map(({ kind, node, with: replacement }) => {
			const from = node.getStart(source);
			return {
				kind,
				file,
				line: source.getLineAndCharacterOfPosition(from).line + 1,
				code: onOneLine(node.getText(source)),
				text: text.slice(0, from) + replacement + text.slice(node.getEnd()),
				...(isAwaitedCreate(node) ? { equivalent: CREATE_IS_DONE } : {}),
			};
		})
		.sort((a, b) => a.line - b.line);
	return mutants.map((mutant, index) => ({ ...mutant, occurrence: 1 + sameBefore(mutants, index) }));
}

/** How many before this one have its kind and code. */
function sameBefore(mutants: Pick<Mutant, "kind" | "code">[], index: number): number {
	const { kind, code } = mutants[index]!;
	return mutants.slice(0, index).filter((other) => other.kind === kind && other.code === code).length;
}

const CREATE_IS_DONE =
	"The base app's db has written the row before its promise is there, and nobody uses what comes back.";

/** `await db.post.create(…);`: unlike `update` and `delete` it does not refuse either. */
function isAwaitedCreate(node: ts.Node): boolean {
	if (!ts.isAwaitExpression(node) || !ts.isExpressionStatement(node.parent)) return false;
	return /^db\s*\.\w+\s*\.create\(/.test(node.expression.getText());
}

function editsAt(node: ts.Node, source: ts.SourceFile): Edit[] {
	const edits: Edit[] = [];
	const add = (kind: MutantKind, replacement: string) => edits.push({ kind, node, with: replacement });
	if (ts.isExpressionStatement(node)) {
		const { expression } = node;
		if (ts.isStringLiteral(expression) && expression.text === "use server") add("use-server-removed", "");
		const call = calledName(expression);
		if (call !== null && NEXT_CACHE.includes(call) && importsFrom(source, "next/cache", call)) {
			add("revalidation-dropped", ";");
		}
		if (
			(call === "redirect" || call === "permanentRedirect") &&
			importsFrom(source, "next/navigation", call)
		) {
			add("redirect-swallowed", `try { ${node.getText(source)} } catch {}`);
		}
		if (call !== null && GUARD_CALL.test(call)) add("auth-removed", ";");
	}
	if (ts.isAwaitExpression(node)) add("await-dropped", node.expression.getText(source));
	if (ts.isIfStatement(node) && !node.elseStatement && leaves(node.thenStatement)) {
		add(isAboutPeople(node, source) ? "auth-removed" : "validation-skipped", ";");
	}
	if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) {
		if (isOwnershipInWhere(node, source)) add("auth-removed", "...{}");
	}
	if (ts.isObjectLiteralExpression(node) && isHandedOut(node)) {
		const record = recordPickedFrom(node, source);
		if (record !== null) add("secret-returned", record);
	}
	if (ts.isArrowFunction(node) || ts.isFunctionDeclaration(node)) {
		const record = recordInsteadOfPick(node, source);
		if (record !== null) add("secret-returned", record);
	}
	return edits;
}

/** `revalidatePath("/")`, also awaited → `revalidatePath`. */
function calledName(expression: ts.Expression): string | null {
	const inner = ts.isAwaitExpression(expression) ? expression.expression : expression;
	return ts.isCallExpression(inner) && ts.isIdentifier(inner.expression) ? inner.expression.text : null;
}

function importsFrom(source: ts.SourceFile, module: string, name: string): boolean {
	return source.statements.some(
		(statement) =>
			ts.isImportDeclaration(statement) &&
			ts.isStringLiteral(statement.moduleSpecifier) &&
			statement.moduleSpecifier.text === module &&
			new RegExp(`\\b${name}\\b`).test(statement.importClause?.getText(source) ?? ""),
	);
}

/** Whether a branch ends the function: a guard. */
function leaves(branch: ts.Statement): boolean {
	const last = ts.isBlock(branch) ? branch.statements.at(-1) : branch;
	if (last === undefined) return false;
	if (ts.isReturnStatement(last) || ts.isThrowStatement(last)) return true;
	return (
		ts.isExpressionStatement(last) &&
		/^(redirect|notFound|forbidden|unauthorized)$/.test(calledName(last.expression) ?? "")
	);
}

function isAboutPeople(node: ts.IfStatement, source: ts.SourceFile): boolean {
	// `db.user` is a table, nobody who calls.
	const condition = node.expression.getText(source).replace(/\bdb\.\w+/g, "");
	return ABOUT_PEOPLE.test(condition) && !/\.success\b|\.error\b/.test(condition);
}

/** `where: { id, owner: session.user }` → the second. The first alone would find the record of anybody. */
function isOwnershipInWhere(
	node: ts.PropertyAssignment | ts.ShorthandPropertyAssignment,
	source: ts.SourceFile,
): boolean {
	const object = node.parent;
	if (!ts.isObjectLiteralExpression(object) || object.properties.length < 2) return false;
	if (!ts.isPropertyAssignment(object.parent) || object.parent.name.getText(source) !== "where") return false;
	return ABOUT_PEOPLE.test(node.getText(source));
}

/** Returned, or passed to a component. */
function isHandedOut(node: ts.ObjectLiteralExpression): boolean {
	let { parent } = node;
	while (ts.isParenthesizedExpression(parent)) parent = parent.parent;
	return ts.isReturnStatement(parent) || ts.isArrowFunction(parent) || ts.isJsxExpression(parent);
}

/** `{ id: user.id, name: user.name }` → `user`; anything else in it and it is no selection. */
function recordPickedFrom(node: ts.ObjectLiteralExpression, source: ts.SourceFile): string | null {
	const records = node.properties.map((property) => {
		if (!ts.isPropertyAssignment(property) || !ts.isPropertyAccessExpression(property.initializer))
			return null;
		const { name, expression } = property.initializer;
		return ts.isIdentifier(expression) && name.text === property.name.getText(source)
			? expression.text
			: null;
	});
	const [first] = records;
	return first && records.every((record) => record === first) ? first : null;
}

/**
 * `({ id, name }) => ({ id, name })`, or a function declaration that does the same: what gives the whole record instead;
 * `null` for any other function.
 */
function recordInsteadOfPick(
	node: ts.ArrowFunction | ts.FunctionDeclaration,
	source: ts.SourceFile,
): string | null {
	const [parameter, ...more] = node.parameters;
	if (!parameter || more.length > 0 || !ts.isObjectBindingPattern(parameter.name)) return null;
	if (parameter.name.elements.some((element) => element.dotDotDotToken !== undefined)) return null;
	const picked = resultOf(node);
	if (!picked || !ts.isObjectLiteralExpression(picked) || picked.properties.length === 0) return null;
	if (!picked.properties.every((property) => ts.isShorthandPropertyAssignment(property))) return null;
	if (ts.isArrowFunction(node)) return "(record) => record";
	const text = source.text;
	const before = text.slice(node.getStart(source), parameter.name.getStart(source));
	const between = text.slice(parameter.name.getEnd(), picked.getStart(source));
	return `${before}record${between}record${text.slice(picked.getEnd(), node.getEnd())}`;
}

/** What a function does nothing but return. */
function resultOf({ body }: ts.ArrowFunction | ts.FunctionDeclaration): ts.Expression | undefined {
	if (body === undefined) return undefined;
	if (!ts.isBlock(body)) return ts.isParenthesizedExpression(body) ? body.expression : body;
	const [only, ...others] = body.statements;
	return only && others.length === 0 && ts.isReturnStatement(only) ? only.expression : undefined;
}

function scriptKindOf(file: string): ts.ScriptKind {
	return /x$/.test(file) ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
}

function onOneLine(code: string): string {
	const folded = code.replace(/\s+/g, " ");
	return folded.length > 120 ? `${folded.slice(0, 119)}…` : folded;
}
