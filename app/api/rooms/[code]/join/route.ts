export const runtime = "nodejs";
export const dynamic = "force-dynamic";

export { postJoin as POST } from "@/lib/workshop/server/surface";
