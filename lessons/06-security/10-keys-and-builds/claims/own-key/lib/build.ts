export const build = "first";
