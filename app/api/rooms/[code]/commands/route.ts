export const runtime = "nodejs";
export const dynamic = "force-dynamic";

export { postCommands as POST } from "@/lib/workshop/server/surface";
