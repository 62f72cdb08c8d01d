export default function DonePage() {
	return <p role="status">Done. You are not on the list any more.</p>;
}
