/** The rooms of the house. */
export const ROOMS = ["Hall", "Workshop", "Kitchen"] as const;
export type Room = (typeof ROOMS)[number];
