import type { Metadata } from "next";
import { readCatalogue } from "@/components/workshop/lesson-catalogue";
import { WorkshopStart } from "@/components/workshop/start/workshop-start";

export const metadata: Metadata = {
	title: "Workshop",
	description: "Teach a room: see how everyone is doing, lead, poll and help, without accounts.",
};

export default async function WorkshopPage() {
	return <WorkshopStart parts={await readCatalogue()} />;
}
