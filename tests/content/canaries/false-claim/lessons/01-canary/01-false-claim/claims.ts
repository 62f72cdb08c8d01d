import { defineClaims } from "@/lib/checks";

export default defineClaims([
	{
		id: "says-so",
		statement: "The page says hello.",
		points: ["A1"],
		async run({ http, expect }) {
			expect(await http.get("/"), "The page says what the claim states.").toShow("Goodbye, canary");
		},
	},
]);
