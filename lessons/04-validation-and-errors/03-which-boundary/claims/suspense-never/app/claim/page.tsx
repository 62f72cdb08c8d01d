import { Suspense } from "react";
import { fail } from "./actions";

export default function Page() {
	return (
		<Suspense fallback={<p>The fallback</p>}>
			<form action={fail}>
				<button type="submit">Form</button>
			</form>
		</Suspense>
	);
}
