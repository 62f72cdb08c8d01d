import { experimental_taintUniqueValue } from "react";
import { Name } from "./name";

export default function Page() {
	const bird = { name: "Pelican", secret: "the-secret-of-the-stork" };
	experimental_taintUniqueValue("This secret stays here.", bird, bird.secret);
	return <Name bird={{ name: bird.secret.toUpperCase() }} />;
}
