import { db } from "@/lib/db";
import { currentVisitor } from "@/lib/session";

async function mayChange(): Promise<boolean> {
	return (await currentVisitor())?.role === "staff";
}

export async function addNotice(text: string): Promise<void> {
	if (await mayChange()) await db.message.create({ data: { name: "Staff", text } });
}

export async function removeNotice(id: number): Promise<void> {
	if (await mayChange()) await db.message.delete({ where: { id } });
}
