import type { Metadata } from "next";
import { StaffDoor } from "@/components/workshop/staff/staff-door";
import { InstructorRoom } from "@/components/workshop/staff/instructor-room";

export const metadata: Metadata = { title: "Workshop room" };

export default async function RoomPage({ params }: { params: Promise<{ code: string }> }) {
	const { code } = await params;
	return (
		<StaffDoor code={code} role="instructor">
			<InstructorRoom />
		</StaffDoor>
	);
}
