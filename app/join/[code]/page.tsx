import type { Metadata } from "next";
import { JoinPage } from "@/components/workshop/join/join-page";
import { JoinRoom } from "@/components/workshop/join/join-room";

export const metadata: Metadata = { title: "Join a workshop" };

export default async function JoinRoomPage({
	params,
	searchParams,
}: {
	params: Promise<{ code: string }>;
	searchParams: Promise<{ hub?: string | string[] }>;
}) {
	const [{ code }, { hub }] = await Promise.all([params, searchParams]);
	return (
		<JoinPage>
			<JoinRoom typed={safeDecode(code)} typedHub={[hub].flat()[0]} />
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
