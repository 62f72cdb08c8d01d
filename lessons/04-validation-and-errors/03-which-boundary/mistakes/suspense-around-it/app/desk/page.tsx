import { Suspense } from "react";
import { printBadge } from "./actions";
import { PrintAll } from "./print-all";

export default function DeskPage() {
	return (
		<Suspense fallback={<p role="alert">That did not work.</p>}>
			<h2>One badge</h2>
			<form action={printBadge} className="card">
				<div className="field">
					<label htmlFor="name">Name</label>
					<input id="name" name="name" required />
				</div>
				<button type="submit">Print</button>
			</form>

			<h2>The whole list</h2>
			<PrintAll />
		</Suspense>
	);
}
