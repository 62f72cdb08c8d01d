import { describe, expect, it } from "vitest";
import { readArguments, UsageError } from "./arguments";
import type { LessonToVerify } from "./read";
import { quickSelection } from "./verify";

describe("where the apps run", () => {
	it("is the local machine, or the one that is named", async () => {
		expect((await readArguments(["verify"], 2)).machine).toBe("local");
		expect((await readArguments(["verify", "--machine", "webcontainer"], 2)).machine).toBe("webcontainer");
	});

	it("is no machine that does not exist", async () => {
		await expect(readArguments(["verify", "--machine", "cloud"], 2)).rejects.toThrow(UsageError);
	});
});

describe("--quick", () => {
	it("chooses by itself", async () => {
		expect((await readArguments(["verify", "--quick"], 2)).quick).toBe(true);
		await expect(readArguments(["verify", "a/b", "--quick", "--variant", "starter"], 2)).rejects.toThrow(
			UsageError,
		);
	});

	it("takes the starter, the solution and the first mistake", () => {
		const names = ["starter", "solution", "alternatives/a", "mistakes/a", "mistakes/b"];
		const lesson = { variants: names.map((name) => ({ name, files: {} })) } as unknown as LessonToVerify;
		expect(quickSelection(lesson).map(({ variant }) => variant.name)).toEqual([
			"starter",
			"solution",
			"mistakes/a",
		]);
	});
});
