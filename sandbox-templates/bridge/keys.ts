/** Text for user-event's `keyboard()`, in which `{` and `[` begin a key's name. */
export function escapeKeys(text: string): string {
	return text.replace(/[{[]/g, "$&$&");
}

const MODIFIERS: Record<string, string> = {
	Control: "Control",
	ControlOrMeta: "Control",
	Shift: "Shift",
	Alt: "Alt",
	Meta: "Meta",
};

/** Playwright's names of keys (`Enter`, `a`, `Shift+Tab`, `Control+A`) in user-event's language; `null`: no such key. */
export function toUserEventKeys(key: string): string | null {
	const parts = key === "+" ? ["+"] : key.split(/\+(?=.)/);
	const last = parts.pop();
	const modifiers = parts.map((part) => MODIFIERS[part]);
	if (!last || modifiers.includes(undefined)) return null;
	const hold = modifiers.map((name) => `{${name}>}`).join("");
	const release = modifiers.map((name) => `{/${name}}`).reverse();
	const pressed = last.length === 1 ? escapeKeys(last) : last === "Space" ? " " : `{${last}}`;
	return hold + pressed + release.join("");
}
