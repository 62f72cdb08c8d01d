/** The drop box at the door calls this for each book that falls into it: POST /drop-box?book=1 */
export async function POST(request: Request) {
	const book = Number(new URL(request.url).searchParams.get("book"));
	return new Response(`Book ${book}: nobody has built this yet.`, { status: 501 });
}
