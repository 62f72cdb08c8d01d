"use client";

import { useActionState } from "react";
import { invite, search } from "./actions";

export interface ShownPerson {
	id: number;
	name: string;
	bio: string;
}

export function Directory({ people }: { people: ShownPerson[] }) {
	const [found, searchAction] = useActionState(search, people);
	const shown = found.map(({ id, name, bio }) => ({ id, name, bio }));

	return (
		<>
			<form action={searchAction} className="row">
				<label htmlFor="text">Search</label>
				<input id="text" name="text" />
				<button type="submit">Find</button>
			</form>
			<ul className="list">
				{shown.map((person) => (
					<li key={person.id}>
						<strong>{person.name}</strong> {person.bio}
						<form action={invite.bind(null, person.name)}>
							<button type="submit">Invite {person.name}</button>
						</form>
					</li>
				))}
			</ul>
		</>
	);
}
