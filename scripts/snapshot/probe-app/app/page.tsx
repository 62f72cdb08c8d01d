import Form from "next/form";
import Image from "next/image";
import Link from "next/link";
import Script from "next/script";
import { connection } from "next/server";
import { Suspense } from "react";

async function Now() {
	await connection();
	return <time>{Date.now()}</time>;
}

export default function Page() {
	return (
		<main>
			<Link href="/read">read</Link>{" "}
			<Link href="/item/1" prefetch={false}>
				item
			</Link>
			<Form action="/read">
				<input name="q" />
			</Form>
			<Image src="/dot.png" alt="" width={1} height={1} unoptimized />
			<Script id="hello">{"window.hello = 1"}</Script>
			<Suspense fallback="…">
				<Now />
			</Suspense>
		</main>
	);
}
