import { buildIfNeeded } from "../build/build";
import { startProduct } from "../product";
import { openVerifier, type Verifier } from "./verifier";

/**
 * A verifier on the product at `url`, or on one that is built when needed, started for it and stopped with it. Lessons
 * come from their folders, so a changed lesson asks for no build.
 */
export async function openProductVerifier({
	url,
	workers,
}: {
	url: string | null;
	workers: number;
}): Promise<Verifier> {
	if (url !== null) return openVerifier({ url, workers });
	await buildIfNeeded({ lessons: false });
	// Two more than pages: the warm spare, and a machine whose page was just closed.
	const product = await startProduct({ env: { PLAYGROUND_MAX_MACHINES: String(workers + 2) } });
	try {
		const verifier = await openVerifier({ url: product.url, workers });
		return {
			...verifier,
			async close() {
				await verifier.close();
				await product.stop();
			},
		};
	} catch (error) {
		await product.stop();
		throw error;
	}
}
