export default function Page() {
	return <p>Goodbye</p>;
}
