import { fail } from "./actions";

export default function Page() {
	return (
		<form action={fail}>
			<button type="submit">Form</button>
		</form>
	);
}
