"use client";

import { useState } from "react";
import { sendThanks } from "./actions";

export function ThanksButton({ postId }: { postId: number }) {
	const [thanked, setThanked] = useState(0);

	return (
		<button
			type="button"
			onClick={async () => {
				await sendThanks(postId);
				setThanked((times) => times + 1);
			}}
		>
			Say thanks{thanked > 0 ? ` (${thanked})` : ""}
		</button>
	);
}
