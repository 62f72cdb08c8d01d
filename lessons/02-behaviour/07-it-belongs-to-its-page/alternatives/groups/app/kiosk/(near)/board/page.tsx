export const dynamic = "force-dynamic";

export default function BoardPage() {
	return (
		<>
			<h1>Today</h1>
			<p>Filter coffee 2.40, flat white 3.20, tea 2.10</p>
			<p className="muted">Rendered by the {process.env.NEXT_RUNTIME} runtime</p>
		</>
	);
}
