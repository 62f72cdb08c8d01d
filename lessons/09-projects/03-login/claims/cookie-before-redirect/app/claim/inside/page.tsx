import { cookies } from "next/headers";

export default async function Page() {
	return <p>The stamp is {(await cookies()).get("stamp")?.value ?? "missing"}.</p>;
}
