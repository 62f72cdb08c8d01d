import { PAYMENT_TOKEN } from "@/lib/secret";

/** An answer that is thrown, wherever in the work it turns out. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

/** A Route Handler for the payment service: asks for its token, reads JSON, and turns refusals into answers. */
export function forTheBank(work: (body: { order?: unknown }) => Promise<void>) {
	return async (request: Request): Promise<Response> => {
		try {
			if (request.headers.get("authorization") !== `Bearer ${PAYMENT_TOKEN}`) throw new Refusal(401, "No.");
			const text = await request.text();
			await work(parse(text));
			return Response.json({ ok: true });
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			return Response.json({ error: error.message }, { status: error.status });
		}
	};
}

function parse(text: string): { order?: unknown } {
	try {
		return Object(JSON.parse(text));
	} catch {
		throw new Refusal(400, "This is not JSON.");
	}
}
