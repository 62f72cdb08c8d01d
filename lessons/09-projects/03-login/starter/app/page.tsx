import Link from "next/link";

export default function HomePage() {
	return (
		<>
			<h1>Savings bank</h1>
			<p>
				<Link href="/account">Your account</Link>
			</p>
		</>
	);
}
