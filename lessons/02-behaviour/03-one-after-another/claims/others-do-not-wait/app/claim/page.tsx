import { quick, slow } from "./actions";
import { SlowButton } from "./slow-button";

export default function Page() {
	return (
		<>
			<SlowButton slowAction={slow} />
			<form action={quick}>
				<button type="submit">Another visitor</button>
			</form>
		</>
	);
}
