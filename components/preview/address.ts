/** What someone typed into the address bar as a path of the app: `guestbook` → `/guestbook`; an origin is dropped. */
export function toPath(typed: string): string {
	const text = typed.trim().replace(/^https?:\/\/[^/]*/i, "");
	return `/${text.replace(/^\/+/, "")}`;
}
