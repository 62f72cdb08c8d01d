import { keep } from "./actions";
import { ClientForm } from "./client-form";

export default function Page() {
	return (
		<>
			<form action={keep}>
				<input type="hidden" name="text" value="server" />
				<button type="submit">From the server part</button>
			</form>
			<ClientForm />
		</>
	);
}
