import { policyOf } from "@/lib/sandbox/machine-policy";
import { isPagePath, onEveryRequest } from "@/lib/util/every-request";

/**
 * What a page must be sent with to get shared memory. `require-corp`, because not every browser knows
 * `credentialless`.
 */
const HEADERS: Record<string, string> = {
	"Cross-Origin-Opener-Policy": "same-origin",
	"Cross-Origin-Embedder-Policy": "require-corp",
};

const ISOLATED = Symbol.for("playground.isolated-pages");

/**
 * From now on this server sends its pages so that a WebContainer can run in them, if its environment offers any. All
 * pages and not only lessons: a soft navigation keeps the document of the page where it began.
 * @returns whether WebContainers are offered
 * @throws MachineSettingError
 */
export function isolatePages(environment: Record<string, string | undefined> = process.env): boolean {
	if (!policyOf(environment).offered.includes("webcontainer")) return false;
	onEveryRequest(ISOLATED, ({ url = "/" }, response) => {
		if (!isPagePath(url)) return;
		for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
	});
	return true;
}
