import { Client } from "./client";
import { used } from "./for-server";

export default function Page() {
	return (
		<>
			<form action={used as unknown as () => Promise<void>}>
				<button type="submit">Use</button>
			</form>
			<Client />
		</>
	);
}
