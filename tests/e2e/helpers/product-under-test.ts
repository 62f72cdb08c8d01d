import { startProduct } from "../../../scripts/product";

/**
 * Starts the built product on a free port for the whole run and names it in `PLAYGROUND_URL`; with that variable set
 * from outside, the playground there is tested instead. Gives what stops it.
 */
export default async function productUnderTest(): Promise<() => Promise<void>> {
	if (process.env.PLAYGROUND_URL) return async () => {};
	const product = await startProduct({ env: { PLAYGROUND_MAX_MACHINES: "6" } });
	process.env.PLAYGROUND_URL = product.url;
	return product.stop;
}
