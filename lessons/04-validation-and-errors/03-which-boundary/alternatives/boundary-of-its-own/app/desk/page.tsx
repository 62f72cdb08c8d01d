import { printBadge } from "./actions";
import { Boundary } from "./boundary";
import { PrintAll } from "./print-all";

export default function DeskPage() {
	return (
		<>
			<Boundary>
				<h2>One badge</h2>
				<form action={printBadge} className="card">
					<div className="field">
						<label htmlFor="name">Name</label>
						<input id="name" name="name" required />
					</div>
					<button type="submit">Print</button>
				</form>
			</Boundary>

			<Boundary>
				<h2>The whole list</h2>
				<PrintAll />
			</Boundary>
		</>
	);
}
