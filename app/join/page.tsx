import type { Metadata } from "next";
import { CodeEntry } from "@/components/workshop/join/code-entry";
import { JoinPage } from "@/components/workshop/join/join-page";

export const metadata: Metadata = {
	title: "Join a workshop",
	description: "Type the code that the instructor shows. You need no account.",
};

export default function JoinByCodePage() {
	return (
		<JoinPage>
			<CodeEntry />
		</JoinPage>
	);
}
