export default function Page() {
	return <p>Goodbye, canary</p>;
}
