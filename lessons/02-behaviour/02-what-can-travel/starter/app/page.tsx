import { Planner } from "./planner";

export default function TripPage() {
	return (
		<>
			<h1>Plan a trip</h1>
			<Planner />
		</>
	);
}
