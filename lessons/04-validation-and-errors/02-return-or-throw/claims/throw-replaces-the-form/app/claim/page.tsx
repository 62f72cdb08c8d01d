export default function Page() {
	async function fail() {
		"use server";
		throw new Error("Out of ink");
	}

	return (
		<form action={fail}>
			<label>
				Word
				<input name="word" />
			</label>
			<button type="submit">Throw</button>
		</form>
	);
}
