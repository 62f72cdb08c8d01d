import { Suspense, use } from "react";

const later = (ms: number) => new Promise<string>((resolve) => setTimeout(() => resolve(`after ${ms}`), ms));
const Slow = async ({ ms }: { ms: number }) => <p>{await later(ms)}</p>;
async function* parts() {
	yield await later(1);
	yield* [await later(2)];
}
async function Parts() {
	const seen: string[] = [];
	for await (const part of parts()) seen.push(part);
	return <p>{seen.join()}</p>;
}
const Used = ({ value }: { value: Promise<string> }) => <p>{use(value)}</p>;

export default function Page() {
	return (
		<>
			<Suspense fallback="1">
				<Slow ms={50} />
			</Suspense>
			<Suspense fallback="3">
				<Parts />
			</Suspense>
			<Suspense fallback="2">
				<Used value={later(100)} />
			</Suspense>
		</>
	);
}
