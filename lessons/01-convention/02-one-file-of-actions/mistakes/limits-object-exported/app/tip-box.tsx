"use client";

import { useState } from "react";
import { addTip } from "./actions";

const MAX_LENGTH = 80;

export function TipBox() {
	const [length, setLength] = useState(0);

	return (
		<form className="card" action={addTip}>
			<div className="field">
				<label htmlFor="tip">Your tip</label>
				<textarea id="tip" name="text" required onChange={(event) => setLength(event.target.value.length)} />
				<small>
					{length} of {MAX_LENGTH}
				</small>
			</div>
			<button type="submit">Send</button>
		</form>
	);
}
