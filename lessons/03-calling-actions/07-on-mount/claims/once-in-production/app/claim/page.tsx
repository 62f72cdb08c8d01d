"use client";

import { useEffect } from "react";
import { countView } from "../actions";
import { ThanksButton } from "../thanks-button";

export default function Page() {
	useEffect(() => {
		countView(7);
	}, []);

	return <ThanksButton postId={7} />;
}
