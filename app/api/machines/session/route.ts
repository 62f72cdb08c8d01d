export const runtime = "nodejs";
export const dynamic = "force-dynamic";

export { getSession as GET } from "@/lib/sandbox/machines/local/server/surface";
