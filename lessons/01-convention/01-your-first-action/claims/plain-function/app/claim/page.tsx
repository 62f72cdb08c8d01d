export default function Page() {
	async function sign() {}

	return (
		<form action={sign}>
			<button type="submit">Sign</button>
		</form>
	);
}
