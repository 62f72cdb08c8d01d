import { keep } from "./actions";
import { SaveButton } from "./save-button";

export default function Page() {
	return <SaveButton saveAction={(text) => keep("wrapped", text)} />;
}
