import { note } from "./note";

export default function Page() {
	return (
		<form action={note}>
			<button type="submit">Note</button>
		</form>
	);
}
