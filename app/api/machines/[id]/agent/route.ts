export const runtime = "nodejs";
export const dynamic = "force-dynamic";

export { getAgent as GET, postAgent as POST } from "@/lib/sandbox/machines/local/server/surface";
