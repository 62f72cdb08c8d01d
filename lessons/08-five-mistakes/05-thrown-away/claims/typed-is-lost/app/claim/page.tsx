export default function Page() {
	async function refuse() {
		"use server";
		throw new Error("Not that one.");
	}

	return (
		<form action={refuse}>
			<label>
				Why
				<textarea name="why" />
			</label>
			<button type="submit">Send</button>
		</form>
	);
}
