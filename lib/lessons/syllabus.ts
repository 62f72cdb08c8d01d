/** A point of the syllabus: what every lesson, check and claim refers to by its id. */
export interface SyllabusPoint {
	id: string;
	title: string;
}

export interface SyllabusArea {
	letter: string;
	title: string;
	points: SyllabusPoint[];
}

function area(letter: string, title: string, titles: string[]): SyllabusArea {
	return {
		letter,
		title,
		points: titles.map((text, index) => ({ id: `${letter}${index + 1}`, title: text })),
	};
}

/** Everything the lessons teach, in order. Ids are for good: a point is added at the end of its area. */
export const SYLLABUS: readonly SyllabusArea[] = [
	area("A", "Convention", [
		"An async function on the server that forms and both kinds of component call",
		"'use server' on a function, or on a whole file",
		"Actions in Server Components: either level, closing over their scope",
		"Client Components import actions from a 'use server' file",
		"Actions as props, and why a plain function fails there",
		"No inline action in a 'use client' file: the error and two ways out",
		"Every export of a 'use server' file is an async function",
	]),
	area("B", "Behaviour", [
		"A form's action works before and without JavaScript",
		"Submissions made before hydration are queued",
		"After hydration a submission keeps the document",
		"Beyond forms: event handlers, effects, libraries, formAction",
		"One round trip brings result, UI and fresh data",
		"Only POST invokes an action",
		"What can be passed in and returned",
		"Actions are functions: one calls another without HTTP",
		"The page's runtime is the action's runtime",
		"The page's route segment config applies to its actions",
		"A client's actions run one after another",
	]),
	area("C", "Calling actions", [
		"onClick, awaiting the new value",
		"onChange, debounced drafts",
		"useEffect and startTransition, and the care they need",
		"useTransition: pending state",
		"useFormStatus: pending inside a form",
		"useActionState: previous state, returned state, pending",
		"useOptimistic: at once, and back when it fails",
		"Extra arguments: bind and hidden fields",
		"requestSubmit, several submit buttons, fields after a submission",
	]),
	area("D", "Validation and errors", [
		"Parse form data with a schema before writing",
		"Errors at their fields, input kept, announced",
		"A thrown error and the nearest error boundary",
		"Return what is expected, throw what is not",
		"Where a throw ends up, by caller",
	]),
	area("E", "After the mutation", [
		"revalidatePath after a write",
		"revalidateTag for data that routes share",
		"updateTag and refresh: read your own writes",
		"redirect throws: keep it outside try/catch",
		"Whether a redirect alone refreshes cached data",
		"Cookies inside an action",
		"Create, revalidate, redirect",
	]),
	area("F", "Security", [
		"Every action is a public endpoint",
		"Action ids: encrypted, not to be guessed",
		"Unused actions have no endpoint in a build",
		"Authentication and ownership inside the action",
		"What closures and bound arguments give away",
		"Builds, keys and stale clients",
		"Taint and a data-access layer",
		"One encryption key for several servers",
		"CSRF: Origin against Host, SameSite",
		"allowedOrigins behind proxies",
		"bodySizeLimit",
		"Rate limits and idempotency",
	]),
	area("G", "Server Actions or Route Handlers", [
		"One function where there were three files",
		"Public APIs, webhooks and cron belong in Route Handlers",
		"Directive of a file or of a function",
	]),
	area("H", "Five common mistakes", [
		"Skipping validation",
		"Defining an action in a client file",
		"Forgetting to revalidate",
		"Using an action as a public API",
		"Throwing where an error should be returned",
	]),
	area("I", "Projects", [
		"Profile settings with field errors",
		"A problem list with optimistic completion",
		"Login, session and logout",
		"A record: validate, write, revalidate, redirect",
		"Capstone: a small board",
	]),
	area("J", "Interview questions", [
		"What an unhandled throw does",
		"How redirect works inside an action",
		"Action or Route Handler?",
		"What protects from CSRF, and what is left to do",
		"One action calling another",
		"Server Actions in a short answer",
		"Real-world uses",
	]),
];

export const SYLLABUS_POINTS: readonly SyllabusPoint[] = SYLLABUS.flatMap(({ points }) => points);
