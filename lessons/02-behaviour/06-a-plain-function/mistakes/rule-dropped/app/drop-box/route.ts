import { giveBack } from "../actions";

/** The drop box at the door calls this for each book that falls into it: POST /drop-box?book=1 */
export async function POST(request: Request) {
	const book = Number(new URL(request.url).searchParams.get("book"));
	const { error } = await giveBack(book);
	return new Response(error ?? "Thank you.", { status: error ? 409 : 200 });
}
