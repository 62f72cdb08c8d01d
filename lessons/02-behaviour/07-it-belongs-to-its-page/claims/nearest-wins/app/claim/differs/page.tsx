import { whereAmI } from "../actions";

export const runtime = "nodejs";

export default function Page() {
	return (
		<form action={whereAmI}>
			<button type="submit">Ask</button>
		</form>
	);
}
