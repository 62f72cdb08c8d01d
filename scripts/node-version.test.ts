import { expect, test } from "vitest";
import { refuseNode } from "./node-version";

test("20.9 and newer will do", () => {
	for (const version of ["v20.9.0", "v20.20.2", "v22.0.0", "v100.1.0"])
		expect(refuseNode(version)).toBeNull();
	for (const version of ["v20.8.1", "v18.20.4", "v9.11.0"])
		expect(refuseNode(version)).toContain(`this is ${version}`);
});
