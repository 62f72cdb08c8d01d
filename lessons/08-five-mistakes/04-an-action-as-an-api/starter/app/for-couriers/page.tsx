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
				{`POST /
Next-Action: (see the network tab of your browser)
Content-Type: text/plain;charset=UTF-8

["HB-0417", 3]`}
			</pre>
		</>
	);
}
