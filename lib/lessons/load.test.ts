import { afterEach, describe, expect, test } from "vitest";
import { FRONTMATTER, lessonFiles, writeFixture } from "@/tests/fixtures/lessons/fixture";
import { listLessons, listParts, listVariants, readLesson, readVariant } from "./load";

const PART = JSON.stringify({ title: "Basics", summary: "The first steps." });
const FIRST = "lessons/01-basics/01-first";
let remove: (() => Promise<void>) | null = null;

async function fixture(files: Record<string, string>): Promise<{ root: string }> {
	const made = await writeFixture(files);
	remove = made.remove;
	return { root: made.root };
}

const good: Record<string, string> = { "lessons/01-basics/part.json": PART, ...lessonFiles(FIRST) };

afterEach(async () => {
	await remove?.();
	remove = null;
});

describe("the lesson map", () => {
	test("goes by the numbers of the folders, and slugs leave them out", async () => {
		const options = await fixture({
			"lessons/02-later/part.json": JSON.stringify({ title: "Later", summary: "More." }),
			...lessonFiles("lessons/02-later/01-only"),
			...good,
			...lessonFiles("lessons/01-basics/10-tenth"),
			...lessonFiles("lessons/01-basics/02-second"),
		});
		const lessons = await listLessons(options);
		expect(lessons.map(({ slug }) => slug)).toEqual([
			"basics/first",
			"basics/second",
			"basics/tenth",
			"later/only",
		]);
		expect(lessons[0]).toMatchObject({ partTitle: "Basics", minutes: 8, points: ["A1", "B3"] });
		const parts = await listParts(options);
		expect(parts.map((part) => [part.name, part.summary, part.lessons.length])).toEqual([
			["basics", "The first steps.", 3],
			["later", "More.", 1],
		]);
	});

	test("a lesson knows its neighbours across parts", async () => {
		const options = await fixture({
			...good,
			"lessons/02-later/part.json": PART,
			...lessonFiles("lessons/02-later/01-only"),
		});
		const first = await readLesson("basics/first", options);
		expect(first.previous).toBeNull();
		expect(first.next?.slug).toBe("later/only");
		expect((await readLesson("later/only", options)).previous?.slug).toBe("basics/first");
	});
});

describe("what is wrong is named with its file and field", () => {
	const mdx = `${FIRST}/lesson.mdx`;
	test.each([
		[
			"a wrong field",
			{ [mdx]: FRONTMATTER.replace("minutes: 8", "minutes: 99") },
			/01-first\/lesson\.mdx.*"minutes"/,
		],
		[
			"a missing field",
			{ [mdx]: FRONTMATTER.replace("preview: /\n", "") },
			/01-first\/lesson\.mdx.*"preview"/,
		],
		[
			"a field that is not known",
			{ [mdx]: FRONTMATTER.replace("minutes", "minuets: 3\nminutes") },
			/lesson\.mdx.*minuets/,
		],
		[
			"frontmatter that is no YAML",
			{ [mdx]: "---\ntitle: [a\n---\n" },
			/lesson\.mdx: the frontmatter is not YAML/,
		],
		[
			"a path that leaves the app",
			{ [mdx]: FRONTMATTER.replace("app/page.tsx", "../page.tsx") },
			/lesson\.mdx.*"open\.0"/,
		],
		["a part without a title", { "lessons/01-basics/part.json": "{}" }, /part\.json.*"title"/],
		["a part that is no JSON", { "lessons/01-basics/part.json": "{" }, /part\.json: not JSON/],
		[
			"a folder without a number",
			lessonFiles("lessons/01-basics/first"),
			/01-basics\/first: name the folder/,
		],
		[
			"two lessons of one name",
			lessonFiles("lessons/01-basics/02-first"),
			/has the same name as lessons\/01-basics\/01-first/,
		],
	])("%s", async (_, files, message) => {
		const options = await fixture({ ...good, ...files });
		await expect(listLessons(options)).rejects.toThrow(message);
	});

	test("a missing starter, a missing part.json, a lesson that is not there", async () => {
		const { [`${FIRST}/starter/app/page.tsx`]: _, ...withoutStarter } = good;
		const options = await fixture(withoutStarter);
		await expect(readLesson("basics/first", options)).rejects.toThrow(
			/01-first\/starter: the folder is missing/,
		);
		await expect(readLesson("basics/none", options)).rejects.toThrow(/no lesson "basics\/none"/);
		await remove?.();
		await expect(listLessons(await fixture(lessonFiles(FIRST)))).rejects.toThrow(
			/part\.json: the file is missing/,
		);
	});
});

describe("overlays", () => {
	test("a .deleted file takes the file away", async () => {
		const options = await fixture({
			...good,
			[`${FIRST}/solution/app/old.tsx.deleted`]: "",
			[`${FIRST}/solution/lib/db/seed.json`]: "{}",
		});
		const { solution } = await readLesson("basics/first", options);
		expect(Object.keys(solution)).toEqual(["app/old.tsx", "app/page.tsx", "lib/db/seed.json"]);
		expect(solution["app/old.tsx"]).toBeNull();
	});

	test("a .deleted file with text in it, or beside the file it deletes, is refused", async () => {
		const full = await fixture({ ...good, [`${FIRST}/solution/app/old.tsx.deleted`]: "text" });
		await expect(readLesson("basics/first", full)).rejects.toThrow(/old\.tsx\.deleted.*must be empty/);
		await remove?.();
		const both = await fixture({ ...good, [`${FIRST}/solution/app/page.tsx.deleted`]: "" });
		await expect(readLesson("basics/first", both)).rejects.toThrow(/keep one of the two/);
	});

	test("the files of a claim come by its id; claims.ts is none of them", async () => {
		const options = await fixture({
			...good,
			[`${FIRST}/claims.ts`]: "export default [];",
			[`${FIRST}/claims/no-get/app/page.tsx`]: "claim",
		});
		expect((await readLesson("basics/first", options)).claimFiles).toEqual({
			"no-get": { "app/page.tsx": "claim" },
		});
	});

	test("the version changes with starter, solution and frontmatter, and not otherwise", async () => {
		const versionOf = async (more: Record<string, string>) => {
			const { version } = await readLesson("basics/first", await fixture({ ...good, ...more }));
			await remove?.();
			remove = null;
			return version;
		};
		const version = await versionOf({});
		expect(await versionOf({ [`${FIRST}/mistakes/m/app/page.tsx`]: "x" })).toBe(version);
		const others = [
			await versionOf({ [`${FIRST}/starter/app/page.tsx`]: "x" }),
			await versionOf({ [`${FIRST}/solution/app/page.tsx`]: "x" }),
			await versionOf({ [`${FIRST}/lesson.mdx`]: FRONTMATTER.replace("minutes: 8", "minutes: 9") }),
		];
		expect(new Set([version, ...others]).size).toBe(4);
	});
});

describe("variants", () => {
	const expectation = { describes: "Forgets to revalidate.", fails: { "shows-new": "is not shown" } };
	const files = {
		...good,
		[`${FIRST}/alternatives/own-file/app/actions.ts`]: "alternative",
		[`${FIRST}/mistakes/no-revalidate/app/page.tsx`]: "mistake",
		[`${FIRST}/mistakes/no-revalidate/expect.json`]: JSON.stringify(expectation),
	};

	test("are listed and read as overlays over the starter", async () => {
		const options = await fixture(files);
		expect(await listVariants("basics/first", options)).toEqual([
			"starter",
			"solution",
			"alternatives/own-file",
			"mistakes/no-revalidate",
		]);
		expect(await readVariant("basics/first", "starter", options)).toMatchObject({
			edits: {},
			expectation: null,
		});
		expect((await readVariant("basics/first", "solution", options)).edits["app/page.tsx"]).toContain(
			"solution",
		);
		expect(await readVariant("basics/first", "alternatives/own-file", options)).toMatchObject({
			edits: { "app/actions.ts": "alternative" },
		});
		expect(await readVariant("basics/first", "mistakes/no-revalidate", options)).toEqual({
			name: "mistakes/no-revalidate",
			edits: { "app/page.tsx": "mistake" },
			expectation,
		});
	});

	test("a mistake without a usable expectation, or a variant that is not there, is refused", async () => {
		const options = await fixture({
			...files,
			[`${FIRST}/mistakes/no-revalidate/expect.json`]: JSON.stringify({ ...expectation, fails: {} }),
		});
		await expect(readVariant("basics/first", "mistakes/no-revalidate", options)).rejects.toThrow(
			/expect\.json.*at least one check/,
		);
		await expect(readVariant("basics/first", "mistakes/../solution", options)).rejects.toThrow(
			/no such variant/,
		);
	});
});
