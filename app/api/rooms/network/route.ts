export const runtime = "nodejs";
export const dynamic = "force-dynamic";

export { getNetwork as GET } from "@/lib/workshop/server/surface";
