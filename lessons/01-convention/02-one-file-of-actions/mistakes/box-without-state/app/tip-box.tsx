import { addTip } from "./actions";
import { MAX_LENGTH } from "./limits";

export function TipBox() {
	return (
		<form className="card" action={addTip}>
			<div className="field">
				<label htmlFor="tip">Your tip</label>
				<textarea id="tip" name="text" required />
				<small>0 of {MAX_LENGTH}</small>
			</div>
			<button type="submit">Send</button>
		</form>
	);
}
