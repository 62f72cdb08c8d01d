"use client";

import { useActionState, useState } from "react";
import { refuse } from "./actions";

const options = ["Hall", "Workshop", "Kitchen"].map((room) => <option key={room}>{room}</option>);

export default function Page() {
	const [state, formAction] = useActionState(refuse, { times: 0, room: "Hall" });
	const [chosen, setChosen] = useState("Hall");

	return (
		<form action={formAction}>
			<p>Refused: {state.times}</p>
			<label>
				Plain
				<select name="room" defaultValue={state.room}>
					{options}
				</select>
			</label>
			<label>
				In state
				<select name="chosen" value={chosen} onChange={(event) => setChosen(event.target.value)}>
					{options}
				</select>
			</label>
			<label>
				With a key
				<select name="other" key={state.room} defaultValue={state.room}>
					{options}
				</select>
			</label>
			<button type="submit">Send</button>
		</form>
	);
}
