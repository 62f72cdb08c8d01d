/** The smallest lesson with every kind of file in it. `REPLACE ME` marks what an author must write. */

export function partTemplate(dir: string): Record<string, string> {
	const part = { title: "REPLACE ME: name of the part", summary: "REPLACE ME: one sentence on the part." };
	return { [`${dir}/part.json`]: `${JSON.stringify(part, null, "\t")}\n` };
}

export function lessonTemplate(dir: string): Record<string, string> {
	return {
		[`${dir}/lesson.mdx`]: PROSE,
		[`${dir}/checks.ts`]: CHECKS,
		[`${dir}/claims.ts`]: CLAIMS,
		[`${dir}/starter/app/page.tsx`]: page(FORM_WITHOUT_ACTION),
		[`${dir}/solution/app/page.tsx`]: page(FORM, ACTION),
		[`${dir}/alternatives/own-file/app/page.tsx`]: page(FORM, "", 'import { save } from "./actions";\n'),
		[`${dir}/alternatives/own-file/app/actions.ts`]: ACTIONS_FILE,
		[`${dir}/mistakes/wrong-field/app/page.tsx`]: page(FORM, ACTION.replace('get("text")', 'get("message")')),
		[`${dir}/mistakes/wrong-field/expect.json`]: EXPECTATION,
	};
}

const PROSE = `---
title: "REPLACE ME: what the learner makes"
summary: "REPLACE ME: one sentence for the lesson map."
points: [A1]
minutes: 10
open: [app/page.tsx]
preview: /
reading:
  - title: "Next.js: Mutating data"
    href: https://nextjs.org/docs/app/getting-started/mutating-data
---

REPLACE ME: say what is there and what is missing.

<Step title="REPLACE ME: one step" checks={["stores-the-note"]}>

REPLACE ME: say what to do. Every sentence on how Next.js behaves is a claim, for instance:
<Claim id="is-a-server-action">the form goes to a Server Action</Claim>.

</Step>
`;

const CHECKS = `import { defineChecks } from "@/lib/checks";

export default defineChecks([
	{
		id: "stores-the-note",
		title: "A note is stored, with JavaScript off",
		points: ["A1"],
		hints: ["REPLACE ME: a nudge", "REPLACE ME: the concept", "REPLACE ME: the code"],
		docs: "https://nextjs.org/docs/app/getting-started/mutating-data",
		async run({ http, db, expect }) {
			const page = await http.get("/");
			const form = page.form("Save");
			expect(form.isServerAction, "The form does not go to a Server Action.").toBe(true);
			await form.submit({ text: "Buy milk" });
			const rows = await db.table("message");
			expect(rows.at(-1)?.text, "The text that was typed is not in the last row of the table message.").toBe("Buy milk");
		},
	},
]);
`;

const CLAIMS = `import { defineClaims } from "@/lib/checks";

export default defineClaims([
	{
		id: "is-a-server-action",
		statement: "REPLACE ME: the sentence of the prose that this proves.",
		points: ["A1"],
		async run({ http, expect }) {
			const page = await http.get("/");
			expect(page.form("Save").isServerAction, "The form goes to a Server Action.").toBe(true);
		},
	},
]);
`;

const EXPECTATION = `${JSON.stringify(
	{
		describes: "REPLACE ME: what the person got wrong, in one sentence.",
		fails: { "stores-the-note": "is not in the last row" },
	},
	null,
	"\t",
)}
`;

const ACTION = `	async function save(formData: FormData) {
		"use server";
		await db.message.create({ data: { name: "Somebody", text: String(formData.get("text")) } });
	}

`;

const ACTIONS_FILE = `"use server";

import { db } from "@/lib/db";

export async function save(formData: FormData) {
	await db.message.create({ data: { name: "Somebody", text: String(formData.get("text")) } });
}
`;

const FORM = "<form action={save}>";
const FORM_WITHOUT_ACTION = "<form>";

function page(
	form: string,
	action = "",
	imports = action === "" ? "" : 'import { db } from "@/lib/db";\n',
): string {
	return `${imports}${imports === "" ? "" : "\n"}export default function Page() {
${action}	return (
		${form}
			<label htmlFor="text">Note</label>
			<input id="text" name="text" />
			<button type="submit">Save</button>
		</form>
	);
}
`;
}
