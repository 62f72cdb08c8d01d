"use client";

import { useState, useTransition } from "react";
import { addTip } from "./actions";

export function TipBox({ maxLength }: { maxLength: number }) {
	const [text, setText] = useState("");
	const [pending, startTransition] = useTransition();

	function send() {
		const formData = new FormData();
		formData.set("text", text);
		startTransition(async () => {
			await addTip(formData);
			setText("");
		});
	}

	return (
		<form
			className="card"
			onSubmit={(event) => {
				event.preventDefault();
				send();
			}}
		>
			<div className="field">
				<label htmlFor="tip">Your tip</label>
				<textarea
					id="tip"
					name="text"
					required
					value={text}
					onChange={(event) => setText(event.target.value)}
				/>
				<small>
					{text.length} of {maxLength}
				</small>
			</div>
			<button type="submit" disabled={pending}>
				Send
			</button>
		</form>
	);
}
