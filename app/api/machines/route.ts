export const runtime = "nodejs";
export const dynamic = "force-dynamic";

export { postMachine as POST } from "@/lib/sandbox/machines/local/server/surface";
