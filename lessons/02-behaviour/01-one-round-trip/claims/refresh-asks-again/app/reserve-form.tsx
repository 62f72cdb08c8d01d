"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { reserve } from "./actions";

export function ReserveForm() {
	const [number, setNumber] = useState<number | null>(null);
	const router = useRouter();

	return (
		<form
			className="card"
			action={async (formData: FormData) => {
				const reserved = await reserve(String(formData.get("name")));
				setNumber(reserved);
				router.refresh();
			}}
		>
			<div className="field">
				<label htmlFor="name">Your name</label>
				<input id="name" name="name" required />
			</div>
			<button type="submit">Reserve</button>
			<p role="status">{number === null ? "" : `Your number is ${number}`}</p>
		</form>
	);
}
