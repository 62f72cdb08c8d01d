import { readGifts } from "@/lib/pot";
import { chipIn } from "./actions";

export default async function PotPage() {
	const gifts = await readGifts();
	const cents = gifts.reduce((sum, gift) => sum + gift.cents, 0);

	return (
		<>
			<h1>A present for Grace</h1>
			<p>
				Together: <strong>{(cents / 100).toFixed(2)}</strong>
			</p>

			<form action={chipIn} className="card">
				<div className="field">
					<label htmlFor="name">Name</label>
					<input id="name" name="name" required maxLength={40} />
				</div>
				<div className="field">
					<label htmlFor="amount">Amount</label>
					<input id="amount" name="amount" type="number" min={1} max={100} step={0.01} required />
				</div>
				<button type="submit">Chip in</button>
			</form>

			<p className="muted">Or quickly, without a name:</p>
			<div className="row" style={{ justifyContent: "start" }}>
				{[5, 10, 20].map((amount) => (
					<form key={amount} action={chipIn} style={{ margin: 0 }}>
						<button type="submit" name="quick" value={amount}>
							Give {amount}
						</button>
					</form>
				))}
			</div>

			<ul className="list">
				{gifts.map((gift) => (
					<li key={gift.id} className="row">
						<span>{gift.from}</span>
						<span>{(gift.cents / 100).toFixed(2)}</span>
					</li>
				))}
			</ul>
		</>
	);
}
