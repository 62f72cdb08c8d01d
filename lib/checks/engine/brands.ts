import type { HttpResponse, Locator, Page } from "../types";

/** Tells `expect` what it was given. Registered symbols, so that two bundles agree. */
const KIND = Symbol.for("server-actions-playground/kind");
type Kind = "locator" | "page" | "response";

export function brand<T extends object>(value: T, kind: Kind): T {
	Object.defineProperty(value, KIND, { value: kind });
	return value;
}

function kindOf(value: unknown): Kind | null {
	return typeof value === "object" && value !== null ? ((value as { [KIND]?: Kind })[KIND] ?? null) : null;
}

export const isLocator = (value: unknown): value is Locator => kindOf(value) === "locator";
export const isPage = (value: unknown): value is Page => kindOf(value) === "page";
export const isResponse = (value: unknown): value is HttpResponse => kindOf(value) === "response";
