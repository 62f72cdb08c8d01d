import * as z from "zod/mini";

/**
 * The bridge's messages: the product's page (host) on one side, the learner's app in the preview iframe (page) on the
 * other. The page announces itself with `hello`; the host answers `connect` with a MessagePort, and everything else
 * goes through that port, which belongs to the two alone.
 */
export const BRIDGE_CHANNEL = "server-actions-playground/bridge@1";

/** A string, or a regular expression in a form that survives a message. */
export const textMatchSchema = z.union([
	z.object({ kind: z.literal("text"), value: z.string(), exact: z.boolean() }),
	z.object({ kind: z.literal("regexp"), source: z.string(), flags: z.string() }),
]);
export type TextMatch = z.infer<typeof textMatchSchema>;

/** One step of a locator: find below the elements found so far, or narrow them down. Named as in Playwright. */
export const locatorStepSchema = z.discriminatedUnion("by", [
	z.object({ by: z.literal("role"), role: z.string(), name: z.optional(textMatchSchema) }),
	z.object({ by: z.literal("label"), text: textMatchSchema }),
	z.object({ by: z.literal("placeholder"), text: textMatchSchema }),
	z.object({ by: z.literal("text"), text: textMatchSchema }),
	z.object({ by: z.literal("testId"), id: z.string() }),
	z.object({ by: z.literal("css"), selector: z.string() }),
	z.object({ by: z.literal("filter"), hasText: textMatchSchema }),
	z.object({ by: z.literal("nth"), index: z.number() }),
]);
export type LocatorStep = z.infer<typeof locatorStepSchema>;
export const locatorSchema = z.array(locatorStepSchema);

/** What the page tells of the elements a locator finds. */
export const elementStateSchema = z.object({
	text: z.string(),
	value: z.nullable(z.string()),
	checked: z.nullable(z.boolean()),
	visible: z.boolean(),
	disabled: z.boolean(),
	accessibleName: z.string(),
	/** The accessible description (aria-describedby). */
	accessibleDescription: z.string(),
	attributes: z.record(z.string(), z.string()),
	/** The element's own HTML, cut at 500 characters. */
	html: z.string(),
});
export type ElementState = z.infer<typeof elementStateSchema>;

export const bridgeCommandSchema = z.discriminatedUnion("type", [
	/** Value: ElementState[] of all elements found right now. No waiting. */
	z.object({ type: z.literal("query"), locator: locatorSchema }),
	/**
	 * Waits until exactly one element is found, visible, enabled and hydrated, then acts as a user would.
	 * Value: ElementState of the element before the act.
	 */
	z.object({
		type: z.literal("act"),
		locator: locatorSchema,
		action: z.discriminatedUnion("name", [
			z.object({ name: z.literal("click") }),
			z.object({ name: z.literal("dblclick") }),
			z.object({ name: z.literal("fill"), value: z.string() }),
			z.object({ name: z.literal("type"), text: z.string() }),
			z.object({ name: z.literal("press"), key: z.string() }),
			z.object({ name: z.literal("check"), checked: z.boolean() }),
			z.object({ name: z.literal("selectOption"), values: z.array(z.string()) }),
			z.object({ name: z.literal("focus") }),
			z.object({ name: z.literal("blur") }),
			z.object({ name: z.literal("hover") }),
		]),
		timeoutMs: z.number(),
	}),
	/** Value: PageState. */
	z.object({ type: z.literal("state") }),
	/** Leaves a mark on `window` that lives as long as the document does. Value: null. */
	z.object({ type: z.literal("mark"), name: z.string() }),
	z.object({ type: z.literal("go"), to: z.enum(["back", "forward", "reload"]) }),
]);
export type BridgeCommand = z.infer<typeof bridgeCommandSchema>;

export const pageStateSchema = z.object({
	/** Path, query and hash. */
	url: z.string(),
	title: z.string(),
	hydrated: z.boolean(),
	/** Marks set by `mark` in this document. */
	marks: z.array(z.string()),
	/** The visible text of the body, cut at 2,000 characters. */
	text: z.string(),
	/** The message of Next.js's error overlay, where one is shown. */
	overlay: z.nullable(z.string()),
});
export type PageState = z.infer<typeof pageStateSchema>;

export const fromHostSchema = z.union([
	z.object({ id: z.number(), command: bridgeCommandSchema }),
	/** Nobody waits for command `cancel` any longer: an act that has not begun must not begin. */
	z.object({ cancel: z.number() }),
]);
export type FromHost = z.infer<typeof fromHostSchema>;

export const fromPageSchema = z.discriminatedUnion("type", [
	z.object({ type: z.literal("reply"), id: z.number(), value: z.unknown() }),
	/** `ours`: the fault is the sandbox's, not the page's. */
	z.object({
		type: z.literal("refused"),
		id: z.number(),
		message: z.string(),
		ours: z.optional(z.boolean()),
	}),
	z.object({ type: z.literal("location"), url: z.string(), title: z.string() }),
	z.object({ type: z.literal("hydrated") }),
	/** The document is being left. */
	z.object({ type: z.literal("left") }),
	z.object({
		type: z.literal("console"),
		level: z.enum(["log", "info", "warn", "error", "debug"]),
		text: z.string(),
	}),
	/** An uncaught error or an unhandled rejection. */
	z.object({ type: z.literal("pageerror"), message: z.string(), stack: z.string() }),
]);
export type FromPage = z.infer<typeof fromPageSchema>;

/** window → parent, outside the port: says only that a document is there. Carries nothing worth reading. */
export const helloSchema = z.object({ channel: z.literal(BRIDGE_CHANNEL), type: z.literal("hello") });
/** parent → window, with the port in `transfer`. */
export const connectSchema = z.object({ channel: z.literal(BRIDGE_CHANNEL), type: z.literal("connect") });
