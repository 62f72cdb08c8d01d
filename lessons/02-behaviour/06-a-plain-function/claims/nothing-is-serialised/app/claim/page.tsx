import { outer } from "./actions";

export default function Page() {
	return (
		<form action={outer}>
			<button type="submit">Call</button>
		</form>
	);
}
