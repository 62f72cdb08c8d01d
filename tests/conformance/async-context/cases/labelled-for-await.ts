import type { Cases } from "../case";

/** By itself, because SWC makes a syntax error of it. */
export const labelledForAwaitCases: Cases = {
	"for await: labelled continue and break": async () => {
		const seen = [];
		outer: for await (const i of [0, 1, 2, 3]) {
			for await (const j of [0, 1, 2]) {
				if (j === 1) continue outer;
				if (i === 2) break outer;
				seen.push([i, j]);
			}
		}
		return seen;
	},
};
