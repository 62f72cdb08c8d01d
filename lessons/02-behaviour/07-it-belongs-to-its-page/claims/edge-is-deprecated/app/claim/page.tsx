export const runtime = "edge";

export default function Page() {
	return <p>On the edge</p>;
}
