export { undoable } from "./edits";
export type { WorkspaceRecord } from "./record";
export { isHidden, isTooLarge } from "./rules";
export type { Clock } from "./saver";
export { indexedDbStorage, type WorkspaceStorage } from "./storage";
export type * from "./types";
export { createWorkspace, type WorkspaceOptions } from "./workspace";
