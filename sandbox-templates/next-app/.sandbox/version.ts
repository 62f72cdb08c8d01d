export const version = "base";
