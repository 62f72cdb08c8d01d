import type { MachineKind } from "@/lib/sandbox/machine";
import { startWebContainerHost } from "@/tests/conformance/webcontainer-host/host";
import { buildIfNeeded } from "../build/build";
import { startProduct } from "../product";
import { ROOT } from "../root";
import { makeSnapshot, presentSnapshot } from "../snapshot/make";
import { openVerifier, type Verifier } from "./verifier";

export interface ProductVerifierOptions {
	/** `null`: a product is built when needed, started for the verifier and stopped with it. */
	url: string | null;
	workers: number;
	machine: MachineKind;
	/** Told of a task that had to be run twice. */
	unsteady?: (line: string) => void;
}

/**
 * A verifier on the product. Lessons come from their folders, so a changed lesson asks for no build. WebContainers are
 * those of a host on this computer, under the conditions of real ones.
 */
export async function openProductVerifier(options: ProductVerifierOptions): Promise<Verifier> {
	const { workers, machine } = options;
	const ends: (() => Promise<void>)[] = [];
	const close = async () => {
		for (const end of ends.reverse()) await end();
	};
	try {
		const url = options.url ?? (await startOwn(options, ends));
		let webContainerHost: string | null = null;
		if (machine === "webcontainer") {
			const host = await startWebContainerHost({ pageOrigins: [new URL(url).origin] });
			ends.push(() => host.close());
			webContainerHost = host.url;
		}
		const verifier = await openVerifier({ url, workers, webContainerHost, unsteady: options.unsteady });
		ends.push(() => verifier.close());
		return { ...verifier, close };
	} catch (error) {
		await close();
		throw error;
	}
}

async function startOwn(
	{ workers, machine }: ProductVerifierOptions,
	ends: (() => Promise<void>)[],
): Promise<string> {
	await buildIfNeeded({ lessons: false });
	if (machine === "webcontainer" && (await presentSnapshot(ROOT)) === null) {
		await makeSnapshot(ROOT, { quick: true, say: console.log });
	}
	// Two more than pages: the warm spare, and a machine whose page was just closed.
	const env = { PLAYGROUND_MACHINES: machine, PLAYGROUND_MAX_MACHINES: String(workers + 2) };
	const product = await startProduct({ env });
	ends.push(() => product.stop());
	return product.url;
}
