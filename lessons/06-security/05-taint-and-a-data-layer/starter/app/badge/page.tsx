import { fullRecord } from "@/lib/people";
import { Badge } from "./badge";

/** Made in a hurry, by somebody who needed a name. */
export default async function BadgePage() {
	return <Badge person={await fullRecord("Grace")} />;
}
