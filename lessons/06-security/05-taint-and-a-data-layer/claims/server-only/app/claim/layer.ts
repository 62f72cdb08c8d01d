import "server-only";

export function secret() {
	return "the-secret-of-the-pelican";
}
