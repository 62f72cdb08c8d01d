import { createServer } from "node:net";

/** A TCP port of 127.0.0.1 that was free a moment ago: `preferred` where it is, any other where not. */
export async function findFreePort(preferred: number | null): Promise<number> {
	if (preferred !== null) {
		try {
			return await bind(preferred);
		} catch {
			// Somebody else has it now; they keep it.
		}
	}
	return bind(0);
}

function bind(port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once("error", reject);
		server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
			const address = server.address();
			server.close(() => {
				if (address === null || typeof address === "string") reject(new Error("The system gave no port."));
				else resolve(address.port);
			});
		});
	});
}
