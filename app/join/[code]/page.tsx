import type { Metadata } from "next";
import { JoinPage } from "@/components/workshop/join/join-page";
import { JoinRoom } from "@/components/workshop/join/join-room";

export const metadata: Metadata = { title: "Join a workshop" };

export default async function JoinRoomPage({ params }: { params: Promise<{ code: string }> }) {
	const { code } = await params;
	return (
		<JoinPage>
			<JoinRoom typed={safeDecode(code)} />
		</JoinPage>
	);
}

/** Next.js gives the part of the address as it was sent. */
function safeDecode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
