export const runtime = "nodejs";
export const dynamic = "force-dynamic";

export { postHelpers as POST } from "@/lib/workshop/server/surface";
