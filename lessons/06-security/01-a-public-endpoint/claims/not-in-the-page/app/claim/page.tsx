import * as actions from "./actions";

/** Gives the id of an action, for the proof; it calls none. */
export default function Page() {
	return <output>{(actions.unused as typeof actions.unused & { $$id: string }).$$id}</output>;
}
