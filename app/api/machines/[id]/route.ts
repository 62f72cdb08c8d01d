export const runtime = "nodejs";
export const dynamic = "force-dynamic";

export { deleteMachine as DELETE, getMachine as GET } from "@/lib/sandbox/machines/local/server/surface";
