export const runtime = "nodejs";
export const dynamic = "force-dynamic";

export { postWrite as POST } from "@/lib/sandbox/machines/local/server/surface";
