import type { BridgeCommand, ElementState, PageState } from "@/lib/sandbox/bridge/messages";
import type { Preview, PreviewState } from "@/lib/sandbox/bridge/types";

/** A preview without an iframe: answers commands with what the test put there. */
export class FakePreview implements Preview {
	state: PreviewState = {
		origin: "http://localhost:4000",
		url: "/",
		title: "",
		javaScript: true,
		phase: "ready",
		hears: true,
		console: [],
	};
	page: PageState = { url: "/", title: "", hydrated: true, marks: [], text: "", overlay: null };
	elements: ElementState[] = [];
	/** Overrides the answer to a command. */
	answer: (command: BridgeCommand) => unknown = () => undefined;
	onGoto: (path: string) => Promise<void> = async () => {};
	readonly calls: string[] = [];
	errors: string[] = [];

	getState = () => this.state;
	subscribe = () => () => {};
	attach = () => {};
	setOrigin = (origin: string | null) => void this.calls.push(`origin ${origin}`);
	open = (path: string) => void this.calls.push(`open ${path}`);
	reload = () => {};
	back = () => {};
	forward = () => {};
	setJavaScript = (on: boolean) => {
		this.state = { ...this.state, javaScript: on, hears: on };
	};
	async send(command: BridgeCommand): Promise<unknown> {
		this.calls.push(command.type === "act" ? `act ${command.action.name}` : command.type);
		const given = this.answer(command);
		if (given !== undefined) return given;
		if (command.type === "state") return this.page;
		return command.type === "query" ? this.elements : null;
	}
	async goto(path: string): Promise<void> {
		this.calls.push(`goto ${path}`);
		await this.onGoto(path);
	}
	pageErrors = () => this.errors;
	setBusy = (busy: boolean) => void this.calls.push(`busy ${busy}`);
	isBusy = () => false;
	noteDocument = () => {};
}

export function element(state: Partial<ElementState> = {}): ElementState {
	return {
		text: "",
		value: null,
		checked: null,
		visible: true,
		disabled: false,
		accessibleName: "",
		accessibleDescription: "",
		attributes: {},
		html: "<p></p>",
		...state,
	};
}
