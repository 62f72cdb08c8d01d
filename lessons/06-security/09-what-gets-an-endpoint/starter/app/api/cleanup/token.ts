/** Known to the job and to us. A real app keeps it outside of its code. */
export const CLEANUP_TOKEN = "the-night-shift";
