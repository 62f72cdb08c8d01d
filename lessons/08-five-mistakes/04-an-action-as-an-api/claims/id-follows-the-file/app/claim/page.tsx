import { report as reportOne } from "./one";
import { report as reportTwo } from "./two";

export default function Page() {
	return (
		<>
			<form action={reportOne}>
				<button type="submit">One</button>
			</form>
			<form action={reportTwo}>
				<button type="submit">Two</button>
			</form>
		</>
	);
}
