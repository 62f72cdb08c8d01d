"use client";

import { useState } from "react";
import { buy } from "./actions";
import { SoldOut } from "./sold-out";

export default function Page() {
	const [caught, setCaught] = useState("");

	async function tryToBuy() {
		try {
			await buy();
		} catch (error) {
			const kind = error instanceof Error ? "an Error" : "no Error";
			const soldOut = error instanceof SoldOut ? "yes" : "no";
			setCaught(`${kind}, a SoldOut: ${soldOut}, pieces left: ${(error as SoldOut).left ?? "unknown"}`);
		}
	}

	return (
		<>
			<button type="button" onClick={tryToBuy}>
				Buy
			</button>
			<p role="status">{caught}</p>
		</>
	);
}
