import * as z from "zod";
import type { MachineKind } from "./machine";

/** What an app may need that not every machine has. */
export const needSchema = z.enum(["edge-runtime"]);
export type Need = z.infer<typeof needSchema>;

/** For people, as in "This lesson needs …". */
export const NEED_NAMES: Record<Need, string> = { "edge-runtime": "the Edge runtime" };

/** A WebContainer loses the async context inside the Edge runtime's own realm. */
const LACKS: Record<MachineKind, readonly Need[]> = { local: [], webcontainer: ["edge-runtime"] };

/** What of `needs` a machine does not have. */
export function missingOn(kind: MachineKind, needs: readonly Need[]): Need[] {
	return needs.filter((need) => LACKS[kind].includes(need));
}
