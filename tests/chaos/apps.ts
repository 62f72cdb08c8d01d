/*
 * What is typed into the editor: app/page.tsx of the first lesson, whole. Each has a heading of its own, by which the
 * preview is recognised.
 */

/** A page with `heading`, and `body` (JSX) below it. */
export function pageWith(heading: string, body = "", imports = ""): string {
	return `${imports}export default async function Page() {
	return (
		<>
			<h1>${heading}</h1>
			${body}
		</>
	);
}
`;
}

/** A page whose only button runs `statements` on the server. */
export function pageWithAction(heading: string, statements: string, imports = ""): string {
	const form = `<form
				action={async () => {
					"use server";
					${statements}
				}}
			>
				<button type="submit">Do it</button>
			</form>`;
	return pageWith(heading, form, imports);
}

/** A layout with `heading` above its page; `statements` run at each rendering. */
export function layoutWith(heading: string, statements = ""): string {
	return `import type { ReactNode } from "react";

export default async function Layout({ children }: { children: ReactNode }) {
	${statements}
	return (
		<>
			<h1>${heading}</h1>
			{children}
		</>
	);
}
`;
}

/** next.config.ts; `statements` run when it is read. */
export function configWith(statements: string): string {
	return `import { inPlayground } from "./.sandbox/next-config";

${statements}
export default inPlayground({});
`;
}
