export const runtime = "nodejs";
export const dynamic = "force-dynamic";

export { getApproach as GET } from "@/lib/workshop/server/surface";
