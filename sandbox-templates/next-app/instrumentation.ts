// Empty, but not to be missed: without it Turbopack looks for this file in the folders above and would run the
// playground's own inside this app (Next.js 16.3.7).
export function register(): void {}
