"use client";

import { useState } from "react";
import { makeOffer } from "./actions";

export function OfferForm({
	productId,
	lowest,
	refused,
}: {
	productId: number;
	lowest: number;
	refused: boolean;
}) {
	const [tooLow, setTooLow] = useState(false);

	return (
		<form action={makeOffer.bind(null, productId)} className="card">
			<p className="error" role="alert">
				{(refused || tooLow) && "The dealer shakes her head."}
			</p>
			<div className="field">
				<label htmlFor="offer">Your offer</label>
				<input
					id="offer"
					name="offer"
					inputMode="decimal"
					required
					onChange={(event) => setTooLow(Number(event.target.value) * 100 < lowest)}
				/>
			</div>
			<button type="submit">Make an offer</button>
		</form>
	);
}
