import { Name } from "./name";

export default function Page() {
	const bird = { name: "Pelican", secret: "the-secret-of-the-pelican" };
	return <Name bird={bird} />;
}
