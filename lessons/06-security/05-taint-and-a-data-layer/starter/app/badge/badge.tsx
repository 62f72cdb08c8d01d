"use client";

export function Badge({ person }: { person: { name: string } }) {
	return <p className="card">Hello, my name is {person.name}</p>;
}
