import Link from "next/link";
import { getOffers } from "@/lib/market";

export default async function MarketPage() {
	const { offers, asOf } = await getOffers();

	return (
		<>
			<h1>Flea market</h1>
			<p>
				<Link href="/sell">Sell something</Link>
			</p>
			<ul className="list">
				{offers.map((offer) => (
					<li key={offer.id} className="row">
						<strong>{offer.name}</strong>
						<span>{(offer.price / 100).toFixed(2)}</span>
					</li>
				))}
			</ul>
			<small>
				As of <time dateTime={asOf}>{asOf.slice(11, 19)} UTC</time>
			</small>
		</>
	);
}
