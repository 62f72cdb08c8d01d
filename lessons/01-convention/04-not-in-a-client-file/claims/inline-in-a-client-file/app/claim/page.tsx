"use client";

export default function Page() {
	async function keep() {
		"use server";
	}

	return (
		<button type="button" onClick={() => keep()}>
			Keep
		</button>
	);
}
