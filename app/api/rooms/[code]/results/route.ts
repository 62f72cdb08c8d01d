export const runtime = "nodejs";
export const dynamic = "force-dynamic";

export { getResults as GET } from "@/lib/workshop/server/surface";
