const NEEDED: [major: number, minor: number] = [20, 9];

/** `null`, or a sentence that says why the playground cannot run on this version of Node.js. */
export function refuseNode(version: string): string | null {
	const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
	if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return null;
	return `The playground needs Node.js ${NEEDED.join(".")} or newer, and this is ${version}. Install a current version from https://nodejs.org and try again.`;
}

/** Ends the process with the sentence where Node.js is too old. */
export function requireNode(): void {
	const refusal = refuseNode(process.version);
	if (refusal === null) return;
	console.error(refusal);
	process.exit(1);
}
