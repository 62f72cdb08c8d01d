export async function POST(request: Request) {
	return new Response(String((await request.text()).length));
}
