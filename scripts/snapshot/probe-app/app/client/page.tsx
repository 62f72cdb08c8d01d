import { Suspense } from "react";
import { Like } from "../../components/parts";
import { add } from "../../lib/actions";

export default function Page() {
	return (
		<Suspense>
			<Like action={add} />
		</Suspense>
	);
}
