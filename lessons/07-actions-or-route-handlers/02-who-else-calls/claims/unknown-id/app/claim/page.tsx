import { report } from "./report";

export default function Page() {
	return (
		<form action={report}>
			<button type="submit">Report</button>
		</form>
	);
}
