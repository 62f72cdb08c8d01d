import { expect, test } from "vitest";
import { claimSentences, idsOfProse } from "./mdx-ids";

test("checks of steps and ticks, claims with text over several lines", () => {
	const prose = `<Step title="a > b" checks={["one", 'two']}>

Text <Check id="three" /> and <Claim
	id="first">a claim
over two lines</Claim>, <Claim id={"second"}>another</Claim>, <Claim note={1 > 0} id='third'>one more</Claim>.

</Step>
<Step title="none">
</Step>`;
	expect(idsOfProse(prose)).toEqual({
		checks: ["one", "two", "three"],
		claims: ["first", "second", "third"],
	});
});

test("what stands in code is no mention", () => {
	const prose = `\`<Claim id="inline">\` and \`\`<Check id="two\`ticks" />\`\`

\`\`\`tsx
<Claim id="fenced">x</Claim>
\`\`\`

~~~~
<Check id="tilde" />
~~~~

<Claim id="real">yes</Claim>
`;
	expect(idsOfProse(prose)).toEqual({ checks: [], claims: ["real"] });
});

test("the sentences of claims as they stand, with code in them, and one without an id", () => {
	const prose = `\`<Claim id="code">no</Claim>\` <Claim id="first">Only \`POST\`
calls it.</Claim> <Claim>Said by nobody.</Claim> <Claim id="open">never closed`;
	expect(claimSentences(prose)).toEqual([
		{ id: "first", text: "Only `POST` calls it." },
		{ id: null, text: "Said by nobody." },
		{ id: "open", text: "" },
	]);
});
