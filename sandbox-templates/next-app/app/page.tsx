export default function Page() {
	return (
		<>
			<h1>It works</h1>
			<p className="muted">
				This is a real Next.js app, running just for you. Open a lesson, change a file, and what you changed
				shows up here.
			</p>
		</>
	);
}
