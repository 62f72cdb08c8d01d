import { defineChecks } from "@/lib/checks";

export default defineChecks([
	{
		id: "says-hello",
		title: "The page says hello",
		points: ["A1"],
		hints: ["Look at the page.", "It should say hello.", "<p>Hello, canary</p>"],
		async run({ http, expect }) {
			expect(await http.get("/"), "The page does not say hello.").toShow("Hello, canary");
		},
	},
	{
		id: "is-fine",
		title: "Everything is fine",
		points: ["A1"],
		hints: ["Look at the page.", "It should say hello.", "<p>Hello, canary</p>"],
		async run({ expect }) {
			expect(true, "Something is not fine.").toBe(true);
		},
	},
]);
