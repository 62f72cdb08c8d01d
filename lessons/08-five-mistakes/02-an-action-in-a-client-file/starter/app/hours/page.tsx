export default function HoursPage() {
	return (
		<>
			<h1>Opening hours</h1>
			<p>Monday to Saturday, 6 to 13. Closed when sold out.</p>
		</>
	);
}
