"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, type ButtonProps } from "./button";
import { copyText } from "./copy-text";
import { toast } from "./toaster";

/** Copies `text`. `label` says what is copied: "Copy the link". */
export function CopyButton({
	text,
	label,
	words = "Copy",
	...rest
}: { text: string; label: string; words?: string } & Omit<ButtonProps, "onClick" | "children">) {
	const [copied, setCopied] = useState(false);
	useEffect(() => {
		if (!copied) return;
		const timer = setTimeout(() => setCopied(false), 2_000);
		return () => clearTimeout(timer);
	}, [copied]);
	const copy = async () => {
		if (await copyText(text)) setCopied(true);
		else toast.error("The browser did not let it be copied. Select the text and copy it by hand.");
	};
	return (
		<Button size="sm" aria-label={label} onClick={() => void copy()} {...rest}>
			{copied ? <Check aria-hidden="true" className="text-pass" /> : <Copy aria-hidden="true" />}
			<span aria-live="polite">{copied ? "Copied" : words}</span>
		</Button>
	);
}
