"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

export function StrangersOut({ known }: { known: boolean }) {
	const router = useRouter();
	useEffect(() => {
		if (!known) router.replace("/login");
	}, [known, router]);
	return null;
}
