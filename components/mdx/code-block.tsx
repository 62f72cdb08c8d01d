"use client";

import { Check, Copy } from "lucide-react";
import { type ComponentProps, useRef, useState } from "react";
import { toast } from "@/components/ui/toaster";
import { ProseCode } from "./prose-code";

/** A block of code with its file's name, where it has one, and a way to copy it. */
export function CodeBlock({
	"data-title": title,
	...rest
}: ComponentProps<"pre"> & { "data-title"?: string }) {
	const pre = useRef<HTMLPreElement>(null);
	const [copied, setCopied] = useState(false);
	const copy = async () => {
		if (!pre.current) return;
		try {
			await navigator.clipboard.writeText(pre.current.textContent ?? "");
			setCopied(true);
		} catch {
			// No clipboard on a plain-http address, or not allowed.
			getSelection()?.selectAllChildren(pre.current);
			toast("The code is selected. Copy it with Ctrl+C or ⌘C.");
		}
	};
	return (
		<figure className="code-block">
			{title !== undefined && (
				<figcaption>
					<ProseCode>{title}</ProseCode>
				</figcaption>
			)}
			<pre ref={pre} {...rest} />
			<button
				type="button"
				className="js-only"
				aria-label={copied ? "Copied" : "Copy the code"}
				onClick={copy}
				onBlur={() => setCopied(false)}
			>
				{copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
			</button>
		</figure>
	);
}
