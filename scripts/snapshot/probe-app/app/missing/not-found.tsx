export default function NotFound() {
	return <p>not here</p>;
}
