import { experimental_taintUniqueValue } from "react";
import { Name } from "./name";

export default function Page() {
	const bird = { name: "Pelican", secret: "the-secret-of-the-heron" };
	experimental_taintUniqueValue("This secret stays here.", bird, bird.secret);
	const other = { name: "Puffin", whispers: bird.secret };
	return <Name bird={other} />;
}
