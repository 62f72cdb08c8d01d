import { cacheLife, cacheTag } from "next/cache";
import { cookies } from "next/headers";
import { Suspense } from "react";

async function value(key: string) {
	"use cache";
	cacheTag("probe");
	cacheLife("hours");
	return `${key} ${Math.random()}`;
}

async function Own() {
	"use cache: private";
	cacheLife("minutes");
	return <i>{(await cookies()).get("name")?.value}</i>;
}

export default async function Page() {
	return (
		<>
			<b>{await value("a")}</b>
			<Suspense fallback="…">
				<Own />
			</Suspense>
		</>
	);
}
