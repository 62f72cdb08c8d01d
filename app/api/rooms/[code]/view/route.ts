export const runtime = "nodejs";
export const dynamic = "force-dynamic";

export { getView as GET } from "@/lib/workshop/server/surface";
