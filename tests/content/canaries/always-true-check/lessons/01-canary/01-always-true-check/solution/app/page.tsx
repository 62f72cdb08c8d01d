export default function Page() {
	return <p>Hello, canary</p>;
}
