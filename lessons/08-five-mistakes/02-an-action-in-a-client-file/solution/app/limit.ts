/** How long an answer may be. */
export const LIMIT = 100;
