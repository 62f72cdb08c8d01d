import { experimental_taintObjectReference } from "react";
import { Name } from "./name";

export default function Page() {
	const bird = { name: "Pelican", secret: "the-secret-of-the-pelican" };
	experimental_taintObjectReference("This pelican stays here.", bird);
	return <Name bird={bird} />;
}
