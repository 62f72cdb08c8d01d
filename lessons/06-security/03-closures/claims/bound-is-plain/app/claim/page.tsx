async function keep(_text: string) {
	"use server";
}

export default function Page() {
	return (
		<form action={keep.bind(null, "the-bound-pelican")}>
			<button type="submit">Bound</button>
		</form>
	);
}
