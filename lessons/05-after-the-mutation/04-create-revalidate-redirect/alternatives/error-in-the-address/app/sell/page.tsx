import { sell } from "./actions";

export default async function SellPage({ searchParams }: { searchParams: Promise<{ refused?: string }> }) {
	const { refused } = await searchParams;

	return (
		<>
			<h1>Sell something</h1>
			<form action={sell} className="card">
				<p className="error" role="alert">
					{refused && "It needs a name and a price."}
				</p>
				<div className="field">
					<label htmlFor="name">Name</label>
					<input id="name" name="name" />
				</div>
				<div className="field">
					<label htmlFor="price">Price</label>
					<input id="price" name="price" inputMode="decimal" />
				</div>
				<button type="submit">Offer it</button>
			</form>
		</>
	);
}
