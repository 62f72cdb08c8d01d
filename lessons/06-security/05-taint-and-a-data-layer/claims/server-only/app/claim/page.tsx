"use client";

import { secret } from "./layer";

export default function Page() {
	return <p>{secret().length}</p>;
}
