"use client";

import { Button } from "@/components/ui/button";
import { MessagePage } from "@/components/ui/message-page";

export default function ErrorPage({
	error,
	reset,
}: {
	error: Error & { digest?: string };
	reset: () => void;
}) {
	return (
		<MessagePage
			title="This page stopped working"
			action={
				<Button variant="primary" onClick={reset}>
					Try again
				</Button>
			}
		>
			The fault is ours, not yours. What you wrote is kept in this browser.
			<code className="mt-4 block whitespace-pre-wrap break-words rounded-md bg-surface-2 px-3 py-2 text-xs">
				{error.message}
				{error.digest ? `\n${error.digest}` : ""}
			</code>
		</MessagePage>
	);
}
