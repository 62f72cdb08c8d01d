export default function Page() {
	const captured = "captured by a build";

	async function keep() {
		"use server";
		console.log(captured);
	}

	return (
		<form action={keep}>
			<button type="submit">Keep</button>
		</form>
	);
}
