/** What authors of lessons may import. */
export { defineChecks, defineClaims } from "./define";
export type * from "./types";
