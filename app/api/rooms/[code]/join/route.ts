export const runtime = "nodejs";
export const dynamic = "force-dynamic";

export { postJoin as POST, preflight as OPTIONS } from "@/lib/workshop/server/surface";
