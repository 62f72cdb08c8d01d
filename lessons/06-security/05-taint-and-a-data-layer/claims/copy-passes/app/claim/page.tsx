import { experimental_taintObjectReference } from "react";
import { Name } from "./name";

export default function Page() {
	const bird = { name: "Pelican", secret: "the-secret-of-the-pelican" };
	const other = { name: "Puffin", secret: "the-secret-of-the-pelican alone" };
	experimental_taintObjectReference("This pelican stays here.", bird);
	experimental_taintObjectReference("This puffin stays here.", other);
	return (
		<>
			<Name bird={{ ...bird }} />
			<Name bird={{ name: other.secret }} />
		</>
	);
}
