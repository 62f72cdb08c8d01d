import { first, second } from "./actions";

export default function Page() {
	return (
		<>
			<form action={first}>
				<button type="submit">First</button>
			</form>
			<form action={second}>
				<button type="submit">Second</button>
			</form>
		</>
	);
}
