export const runtime = "nodejs";
export const dynamic = "force-dynamic";

export { postRooms as POST } from "@/lib/workshop/server/surface";
