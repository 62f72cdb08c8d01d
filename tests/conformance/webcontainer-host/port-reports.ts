import { createServer, type Server } from "node:net";
import { createInterface } from "node:readline";
import { portReportSchema } from "./wire";

/** A port and the address it is bound to. */
export interface PortChange {
	state: "open" | "close";
	port: number;
	address: string;
}

/** Listens at `path` for what the instance's programs say about their ports. */
export async function receivePortReports(
	path: string,
	onChange: (change: PortChange) => void,
): Promise<Server> {
	const server = createServer((socket) => {
		const open = new Map<number, PortChange>();
		socket.on("error", () => {});
		createInterface({ input: socket }).on("line", (line) => {
			const change = portReportSchema.parse(JSON.parse(line));
			if (change.state === "open") open.set(change.port, change);
			else open.delete(change.port);
			onChange(change);
		});
		// The program is gone.
		socket.once("close", () => {
			for (const change of open.values()) onChange({ ...change, state: "close" });
			open.clear();
		});
	});
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(path, resolve);
	});
	return server;
}
