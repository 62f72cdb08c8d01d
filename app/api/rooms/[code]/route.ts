export const runtime = "nodejs";
export const dynamic = "force-dynamic";

export { deleteRoom as DELETE, getRoom as GET, preflight as OPTIONS } from "@/lib/workshop/server/surface";
