// The package has types, but its "exports" hide them from `moduleResolution: bundler`.
declare module "dom-accessibility-api" {
	export function computeAccessibleName(element: Element): string;
	export function computeAccessibleDescription(element: Element): string;
}
