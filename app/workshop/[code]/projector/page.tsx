import type { Metadata } from "next";
import { Projector } from "@/components/workshop/projector/projector";
import { StaffDoor } from "@/components/workshop/staff/staff-door";

export const metadata: Metadata = { title: "Projector" };

export default async function ProjectorPage({ params }: { params: Promise<{ code: string }> }) {
	const { code } = await params;
	return (
		<StaffDoor code={code} place="projector">
			<Projector />
		</StaffDoor>
	);
}
