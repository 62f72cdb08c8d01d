import { keep } from "./actions";
import { Buttons } from "./buttons";

export default function Page() {
	return <Buttons saveAction={keep} onSave={keep} store={keep} />;
}
