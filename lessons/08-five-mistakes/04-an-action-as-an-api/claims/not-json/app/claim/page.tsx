export default function Page() {
	async function report() {
		"use server";
		return { ok: true };
	}

	return (
		<form action={report as unknown as () => Promise<void>}>
			<button type="submit">Report</button>
		</form>
	);
}
