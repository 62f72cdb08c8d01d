import Link from "next/link";
import { SellForm } from "./sell-form";

export default function SellPage() {
	return (
		<>
			<nav>
				<Link href="/">Flea market</Link>
			</nav>
			<h1>Sell something</h1>
			<SellForm />
		</>
	);
}
