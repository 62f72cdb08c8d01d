import { keep, type Tip } from "./actions";

const tip: Tip = { text: "typed" };

export default function Page() {
	return (
		<form action={keep}>
			<input type="hidden" name="text" value={tip.text} />
			<button type="submit">Keep</button>
		</form>
	);
}
