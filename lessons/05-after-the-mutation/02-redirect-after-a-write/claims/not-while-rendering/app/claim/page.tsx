import { cookies } from "next/headers";

export default async function Page() {
	(await cookies()).set("seen", "yes");
	return <p>Rendered</p>;
}
