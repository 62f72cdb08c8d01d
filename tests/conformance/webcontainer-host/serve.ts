// Runs the host by hand: node --import tsx tests/conformance/webcontainer-host/serve.ts <port> <origin of the page> …

import { startWebContainerHost } from "./host";

const [port, ...pageOrigins] = process.argv.slice(2);
if (port === undefined || pageOrigins.length === 0)
	throw new Error("Give a port, and the origins of the pages that may use the host.");
const host = await startWebContainerHost({ port: Number(port), pageOrigins });
console.log(`WEBCONTAINER_API_IFRAME_URL=${host.url}`);
for (const signal of ["SIGINT", "SIGTERM"] as const)
	process.once(signal, () => void host.close().then(() => process.exit(0)));
