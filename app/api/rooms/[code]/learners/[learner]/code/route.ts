export const runtime = "nodejs";
export const dynamic = "force-dynamic";

export { deleteViewing as DELETE, getCode as GET } from "@/lib/workshop/server/surface";
