import type { Metadata } from "next";
import { HelperRoom } from "@/components/workshop/staff/helper-room";
import { StaffDoor } from "@/components/workshop/staff/staff-door";

export const metadata: Metadata = { title: "Help in a workshop" };

export default async function HelpPage({ params }: { params: Promise<{ code: string }> }) {
	const { code } = await params;
	return (
		<StaffDoor code={code} place="helper">
			<HelperRoom />
		</StaffDoor>
	);
}
