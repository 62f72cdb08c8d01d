"use client";

export function Name({ bird }: { bird: { name: string } }) {
	return <p>{bird.name}</p>;
}
