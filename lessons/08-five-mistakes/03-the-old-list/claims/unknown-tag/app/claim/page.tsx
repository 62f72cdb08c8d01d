import { unstable_cache, updateTag } from "next/cache";

const getPear = unstable_cache(async () => crypto.randomUUID(), ["pear"], { tags: ["pears"] });

export default async function Page() {
	async function misspell() {
		"use server";
		updateTag("pear");
	}

	async function spell() {
		"use server";
		updateTag("pears");
	}

	return (
		<>
			<p data-testid="pear">{await getPear()}</p>
			<form action={misspell}>
				<button type="submit">Wrong tag</button>
			</form>
			<form action={spell}>
				<button type="submit">Right tag</button>
			</form>
		</>
	);
}
