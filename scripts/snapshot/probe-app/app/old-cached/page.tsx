import { unstable_cache } from "next/cache";
import { Suspense } from "react";

const cached = unstable_cache(async () => Math.random(), ["probe"], { tags: ["probe"], revalidate: 60 });

async function Value() {
	const { port } = new URL(process.env.PROBE_URL ?? "http://localhost:3000");
	const text = await fetch(`http://localhost:${port}/api/hook`, {
		cache: "force-cache",
		next: { tags: ["probe"] },
	})
		.then((response) => response.text())
		.catch(String);
	return (
		<b>
			{await cached()} {text}
		</b>
	);
}

export default function Page() {
	return (
		<Suspense fallback="…">
			<Value />
		</Suspense>
	);
}
