export const runtime = "nodejs";
export const dynamic = "force-dynamic";

export { postEvents as POST, preflight as OPTIONS } from "@/lib/workshop/server/surface";
