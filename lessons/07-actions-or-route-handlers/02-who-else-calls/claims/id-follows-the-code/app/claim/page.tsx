import { report as moved } from "./other";
import { renamed, report } from "./report";

export default function Page() {
	return (
		<>
			<form action={report}>
				<button type="submit">Report</button>
			</form>
			<form action={renamed}>
				<button type="submit">Renamed</button>
			</form>
			<form action={moved}>
				<button type="submit">Moved</button>
			</form>
		</>
	);
}
