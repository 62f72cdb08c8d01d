import { report } from "./report";

export default function Page() {
	return (
		<form action={report as unknown as () => Promise<void>}>
			<button type="submit">Report</button>
		</form>
	);
}
