import { describe, expect, test } from "vitest";
import { deriveMutants } from "./derive";

const of = (text: string, file = "app/actions.ts") => deriveMutants({ [file]: text });
const kinds = (text: string, file?: string) => of(text, file).map(({ kind, code }) => `${kind}: ${code}`);

describe("each kind", () => {
	test("a call that revalidates is dropped, also when awaited, but only Next.js's own", () => {
		const [mutant, ...more] = of('import { revalidatePath } from "next/cache";\nrevalidatePath("/");\n');
		expect(mutant).toMatchObject({ kind: "revalidation-dropped", line: 2, code: 'revalidatePath("/");' });
		expect(mutant?.text).toBe('import { revalidatePath } from "next/cache";\n;\n');
		expect(more).toEqual([]);
		expect(kinds('import { refresh } from "./mine";\nrefresh();')).toEqual([]);
	});

	test("an await is dropped; what it waited for stays", () => {
		const [mutant] = of("const jar = await cookies();");
		expect(mutant).toMatchObject({ kind: "await-dropped", code: "await cookies()" });
		expect(mutant?.text).toBe("const jar = cookies();");
	});

	test("an awaited create makes no difference, as the base app's db has written by then", () => {
		const reasons = (text: string) => of(text).map(({ equivalent }) => equivalent !== undefined);
		expect(reasons("await db.post.create({ data });")).toEqual([true]);
		expect(reasons("const post = await db.post.create({ data });")).toEqual([false]);
		expect(reasons("await db.post.update({ where, data });")).toEqual([false]);
	});

	test("'use server' is removed from a file and from a function", () => {
		const text = '"use server";\nexport async function a() {\n\t"use server";\n}\n';
		expect(of(text).map(({ kind, line }) => [kind, line])).toEqual([
			["use-server-removed", 1],
			["use-server-removed", 3],
		]);
		expect(of(text)[0]?.text).toBe('\nexport async function a() {\n\t"use server";\n}\n');
		expect(kinds('"use client";')).toEqual([]);
	});

	test("a branch that ends the action is skipped: validation, or about who is calling", () => {
		expect(kinds("function a() { if (!parsed.success) { return { errors }; } }")).toEqual([
			"validation-skipped: if (!parsed.success) { return { errors }; }",
		]);
		expect(kinds("function a() { if (!userSchema.safeParse(x).success) return; }")[0]).toMatch(/^validation/);
		expect(kinds("function a() { if (db.user.count()) return; }")[0]).toMatch(/^validation/);
		expect(kinds("function a() { if (note.author !== name) throw new Error(); }")[0]).toMatch(
			/^auth-removed/,
		);
		expect(kinds('function a() { if (!session) { redirect("/login"); } }')[0]).toMatch(/^auth-removed/);
		expect(kinds("function a() { if (x) { y(); } if (x) return 1; else return 2; }")).toEqual([]);
	});

	test("a guard that is a call, and the owner in a where", () => {
		expect(kinds("async function a() { await requireStaff(); }")).toEqual([
			"auth-removed: await requireStaff();",
			"await-dropped: await requireStaff()",
		]);
		const [mutant] = of("db.note.update({ where: { owner: session.name, id }, data: { owner: x, text } });");
		expect(mutant?.text).toBe("db.note.update({ where: { ...{}, id }, data: { owner: x, text } });");
		expect(mutant?.kind).toBe("auth-removed");
		expect(kinds("db.user.findFirst({ where: { email: user } });")).toEqual([]);
	});

	test("redirect is swallowed", () => {
		const [mutant] = of('import { redirect } from "next/navigation";\nredirect("/done");');
		expect(mutant?.kind).toBe("redirect-swallowed");
		expect(mutant?.text).toContain('try { redirect("/done"); } catch {}');
	});

	test("the whole record is given out where parts of it were picked", () => {
		const texts = (text: string) => of(text, "app/page.tsx").map((mutant) => mutant.text);
		expect(texts("const f = () => { return { id: user.id, name: user.name }; };")).toEqual([
			"const f = () => { return user; };",
		]);
		expect(texts("const x = users.map(({ id, name }) => ({ id, name }));")).toEqual([
			"const x = users.map((record) => record);",
		]);
		expect(texts("function toCard({ id, name }: User): Card { return { id, name }; }")).toEqual([
			"function toCard(record: User): Card { return record; }",
		]);
		expect(texts("const x = <Card user={{ name: user.name }} />;")).toEqual([
			"const x = <Card user={user} />;",
		]);
		// Made, renamed or mixed: no selection. An argument: what is written, not what is given out.
		expect(texts("function f() { return { id: user.id, at: Date.now() }; }")).toEqual([]);
		expect(texts("db.user.create({ name: input.name });")).toEqual([]);
		expect(texts("function f({ id, ...rest }: User) { return { id, rest }; }")).toEqual([]);
		expect(texts("function f({ id }: User) { note(id); return { id }; }")).toEqual([]);
	});
});

test("the same code twice is told apart by its occurrence", () => {
	const text =
		'import { refresh } from "next/cache";\nfunction a() { refresh(); }\nfunction b() { refresh(); }\n';
	expect(of(text).map(({ line, occurrence }) => [line, occurrence])).toEqual([
		[2, 1],
		[3, 2],
	]);
});

test("files that are no code, and those taken away, have no mutants", () => {
	expect(deriveMutants({ "app/a.css": '"use server";', "app/b.ts": null })).toEqual([]);
});

test("each mutant differs from the solution, and its code is printed on one line", () => {
	const text =
		'"use server";\nexport async function a() {\n\tif (!parsed.success) {\n\t\treturn;\n\t}\n\tawait b();\n}\n';
	const mutants = of(text);
	expect(mutants.map(({ line }) => line)).toEqual([1, 3, 6]);
	for (const mutant of mutants) {
		expect(mutant.text).not.toBe(text);
		expect(mutant.code).not.toContain("\n");
	}
});
