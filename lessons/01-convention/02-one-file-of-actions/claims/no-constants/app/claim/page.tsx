import { keep } from "./actions";

export default function Page() {
	return (
		<form action={keep}>
			<button type="submit">Keep</button>
		</form>
	);
}
