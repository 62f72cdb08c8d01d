import { unstable_cache } from "next/cache";
import { db } from "@/lib/db";

const getFirst = unstable_cache(async () => (await db.message.findMany())[0]?.text ?? null, ["claim-first"]);

export default async function Page() {
	return <p>The first message is {(await getFirst()) ?? "missing"}.</p>;
}
