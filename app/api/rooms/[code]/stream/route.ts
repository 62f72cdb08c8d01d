export const runtime = "nodejs";
export const dynamic = "force-dynamic";

export { getStream as GET } from "@/lib/workshop/server/surface";
