/** Which address `next dev` asks for the newest versions of itself when a page first connects; there is no switch for it. */
const VERSION_QUESTION = /\/-\/package\/next\/dist-tags$/;

/**
 * Answers that question with "not to be had", which Next.js takes well: a sandbox asks no other host for anything that
 * the learner's code does not ask for.
 */
export function refuseVersionQuestion(scope: { fetch: typeof fetch } = globalThis): void {
	const ask = scope.fetch;
	scope.fetch = function (this: unknown, ...args: Parameters<typeof fetch>) {
		const [input] = args;
		if (typeof input === "string" && VERSION_QUESTION.test(input)) {
			return Promise.reject(new TypeError("A sandbox does not ask for newer versions of Next.js."));
		}
		return ask.apply(this, args);
	};
}
