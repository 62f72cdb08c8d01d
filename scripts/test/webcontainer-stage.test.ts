import { expect, it } from "vitest";
import { firstOfEachPart } from "./webcontainer-stage";

it("the selection has one lesson of each part, in order", () => {
	const lessons = ["forms/a", "forms/b", "cache/a", "forms/c"].map((slug) => ({ slug }));
	expect(firstOfEachPart(lessons).map(({ slug }) => slug)).toEqual(["forms/a", "cache/a"]);
});
