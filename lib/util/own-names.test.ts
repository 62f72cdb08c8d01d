import { expect, test } from "vitest";
import { lanAddresses, ownNames } from "./own-names";

test("what other computers know this one by is none of its names for itself", () => {
	expect(ownNames()).toEqual(expect.arrayContaining(lanAddresses()));
	for (const name of ownNames()) expect(name).not.toMatch(/^127\.|^\[::1\]$|^localhost$/);
});
