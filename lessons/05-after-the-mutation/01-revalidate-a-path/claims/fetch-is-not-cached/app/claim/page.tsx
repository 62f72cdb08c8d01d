import { headers } from "next/headers";

export default async function Page() {
	const host = (await headers()).get("host");
	const answer = async (options?: RequestInit) =>
		(await fetch(`http://${host}/claim/count?${options?.cache}`, options)).text();

	return (
		<>
			<p id="plain">{await answer()}</p>
			<p id="asked">{await answer({ cache: "force-cache" })}</p>
		</>
	);
}
