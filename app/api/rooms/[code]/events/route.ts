export const runtime = "nodejs";
export const dynamic = "force-dynamic";

export { postEvents as POST } from "@/lib/workshop/server/surface";
