/** What an action answers: that it is done, or why not. */
export type Result = { ok: true } | { ok: false; error: string };

export const refused = (error: string): Result => ({ ok: false, error });
