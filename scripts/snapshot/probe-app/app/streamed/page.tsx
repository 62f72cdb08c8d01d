import { Suspense, use } from "react";

const later = (ms: number) => new Promise<string>((resolve) => setTimeout(() => resolve(`after ${ms}`), ms));
const Slow = async ({ ms }: { ms: number }) => <p>{await later(ms)}</p>;
const Used = ({ value }: { value: Promise<string> }) => <p>{use(value)}</p>;

export default function Page() {
	return (
		<>
			<Suspense fallback="1">
				<Slow ms={50} />
			</Suspense>
			<Suspense fallback="2">
				<Used value={later(100)} />
			</Suspense>
		</>
	);
}
