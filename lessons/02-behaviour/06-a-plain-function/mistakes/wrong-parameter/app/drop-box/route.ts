import { giveBack } from "../actions";

export async function POST(request: Request) {
	const book = Number(new URL(request.url).searchParams.get("id"));
	await giveBack(book);
	return new Response("Thank you.");
}
