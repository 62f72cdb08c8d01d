import { stamp } from "./stamp";

export const runtime = "edge";

export default function Page() {
	return (
		<form action={stamp}>
			<button type="submit">Stamp</button>
		</form>
	);
}
