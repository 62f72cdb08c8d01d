import Link from "next/link";
import { getParcels } from "@/lib/parcels";

export default async function DeskPage() {
	const parcels = await getParcels();

	return (
		<>
			<nav>
				<Link href="/for-couriers">For couriers</Link>
			</nav>
			<h1>Parcels at the desk</h1>
			<ul className="list">
				{parcels.map((parcel) => (
					<li key={parcel.id} className="row">
						<strong>{parcel.code}</strong>
						<span>Flat {parcel.flat}</span>
					</li>
				))}
			</ul>
			<form action="/api/parcels" method="post" className="card">
				<div className="field">
					<label htmlFor="code">Code</label>
					<input id="code" name="code" placeholder="HB-0417" required />
				</div>
				<div className="field">
					<label htmlFor="flat">Flat</label>
					<input id="flat" name="flat" type="number" min={1} max={20} required />
				</div>
				<button type="submit">Note it</button>
			</form>
		</>
	);
}
