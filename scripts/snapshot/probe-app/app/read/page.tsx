import { cookies, headers } from "next/headers";
import { Suspense } from "react";

async function Seen() {
	const jar = await cookies();
	return (
		<p>
			{jar.get("name")?.value} {(await headers()).get("x-probe")}
		</p>
	);
}

export default function Page() {
	return (
		<Suspense fallback="…">
			<Seen />
		</Suspense>
	);
}
