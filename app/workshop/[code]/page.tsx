import type { Metadata } from "next";
import { InstructorRoom } from "@/components/workshop/staff/instructor-room";
import { StaffDoor } from "@/components/workshop/staff/staff-door";

export const metadata: Metadata = { title: "Workshop room" };

export default async function RoomPage({ params }: { params: Promise<{ code: string }> }) {
	const { code } = await params;
	return (
		<StaffDoor code={code} place="instructor">
			<InstructorRoom />
		</StaffDoor>
	);
}
