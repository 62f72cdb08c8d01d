import Link from "next/link";

export default function CouriersPage() {
	return (
		<>
			<nav>
				<Link href="/">Desk</Link>
			</nav>
			<h1>For couriers</h1>
			<p>To report a parcel from your own software, send us this request:</p>
			<pre className="card" style={{ overflowX: "auto" }}>
				{`POST /api/parcels
Authorization: Bearer (the key that we gave you)
Content-Type: application/json

{ "code": "HB-0417", "flat": 3 }`}
			</pre>
		</>
	);
}
