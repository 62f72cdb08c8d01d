import type { CheckContext } from "@/lib/checks";
import { defineClaims } from "@/lib/checks";

/** Sends the order with these headers; gives the status of the answer. */
async function statusFor({ http }: CheckContext, headers: Record<string, string>): Promise<number> {
	const form = (await http.get("/", { timeoutMs: 30_000 })).form("Order");
	return (await form.submit({ what: "Assam" }, { headers, timeoutMs: 30_000 })).status;
}

const from = (context: CheckContext, origin: string) => statusFor(context, { origin });

export default defineClaims([
	{
		id: "forwarded-host",
		statement: "When a request has the header X-Forwarded-Host, Origin is compared with that.",
		points: ["F10"],
		async run(context) {
			const { expect } = context;
			const origin = "https://unheard-of.example";
			expect(await from(context, origin), "Without the header it is refused.").toBe(500);
			expect(
				await statusFor(context, { origin, "x-forwarded-host": "unheard-of.example" }),
				"With it, it is accepted.",
			).toBe(200);
		},
	},
	{
		id: "forwarded-wins",
		statement: "A form of the host itself is refused, when X-Forwarded-Host names another.",
		points: ["F10"],
		async run(context) {
			const { expect } = context;
			expect(await statusFor(context, {}), "The form of the host itself is accepted.").toBe(200);
			expect(
				await statusFor(context, { "x-forwarded-host": "unheard-of.example" }),
				"With another name in X-Forwarded-Host it is not.",
			).toBe(500);
		},
	},
	{
		id: "host-only",
		statement: "An entry lets in its host by http or https, but with no other port.",
		points: ["F10"],
		async run(context) {
			const { expect } = context;
			expect(await from(context, "https://shop.example"), "https").toBe(200);
			expect(await from(context, "http://shop.example"), "http").toBe(200);
			expect(await from(context, "https://shop.example:8443"), "Another port").toBe(500);
		},
	},
	{
		id: "one-label",
		statement: "*.preview.shop.example stands for exactly one label more.",
		points: ["F10"],
		async run(context) {
			const { expect } = context;
			expect(await from(context, "https://a.preview.shop.example"), "One label").toBe(200);
			expect(await from(context, "https://a.b.preview.shop.example"), "Two labels").toBe(500);
			expect(await from(context, "https://preview.shop.example"), "None").toBe(500);
		},
	},
	{
		id: "many-labels",
		statement: "**.deep.example stands for one label or more, but not for none.",
		points: ["F10"],
		async run(context) {
			const { expect } = context;
			expect(await from(context, "https://a.deep.example"), "One label").toBe(200);
			expect(await from(context, "https://a.b.deep.example"), "Two labels").toBe(200);
			expect(await from(context, "https://deep.example"), "None").toBe(500);
		},
	},
	{
		id: "no-scheme",
		statement: "An entry with https:// in front lets in nothing.",
		points: ["F10"],
		async run(context) {
			const { expect } = context;
			expect(await from(context, "https://scheme.example"), "The very same text is refused.").toBe(500);
		},
	},
	{
		id: "star-alone",
		statement: 'The entry "*" lets in nothing.',
		points: ["F10"],
		async run(context) {
			const { expect } = context;
			expect(await from(context, "https://unheard-of.example"), "A host with a dot").toBe(500);
			expect(await from(context, "https://shop.example"), "A host that other entries would let in").toBe(500);
		},
	},
	{
		id: "top-level",
		statement: "At the top level of the config, serverActions has no effect.",
		points: ["F10"],
		async run(context) {
			const { expect } = context;
			expect(await from(context, "https://shop.example"), "The listed host is refused.").toBe(500);
		},
	},
]);
