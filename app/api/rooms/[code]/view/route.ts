export const runtime = "nodejs";
export const dynamic = "force-dynamic";

export { getView as GET, preflight as OPTIONS } from "@/lib/workshop/server/surface";
