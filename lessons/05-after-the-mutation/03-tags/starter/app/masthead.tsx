import Link from "next/link";

export function Masthead({ asOf }: { asOf: string }) {
	return (
		<nav>
			<Link href="/">Front page</Link>
			<Link href="/archive">Archive</Link>
			<Link href="/authors">Authors</Link>
			<Link href="/popular">Best loved</Link>
			<Link href="/desk">Desk</Link>
			<small>
				As of <time dateTime={asOf}>{asOf.slice(11, 19)}</time>
			</small>
		</nav>
	);
}
