"use client";

import { useEffect } from "react";
import { unsubscribe } from "./actions";

export function Goodbye({ id }: { id: number }) {
	useEffect(() => {
		unsubscribe(id);
	}, [id]);

	return <p role="status">Goodbye. You are not on the list any more.</p>;
}
