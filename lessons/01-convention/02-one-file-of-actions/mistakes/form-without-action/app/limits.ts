export const MAX_LENGTH = 80;
