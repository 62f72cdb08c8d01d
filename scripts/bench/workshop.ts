import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { startTestPostgres } from "@/tests/postgres";
import type { HubFetch } from "@/tests/workshop/hub-client";
import { disturb, Simulation } from "@/tests/workshop/simulate";
import { anyFreePort } from "../next";
import { type Product, startProduct } from "../product";

const LEARNERS = 500;
const EVERY_MS = 2_000;
const WORK_MS = 60_000;
const DROP_MS = 60_000;
/** What the board must keep, in milliseconds. */
const AIM_P99 = 500;

export interface WorkshopFigures {
	store: string;
	p50: number;
	p99: number;
	events: number;
	bytesPerLearner: number;
	boardBytes: number;
	/** Of the server's process, in megabytes, before the first room and under load. */
	memoryBefore: number;
	memoryLoaded: number;
}

/**
 * A class of 500 on the built product, on PGlite and on PostgreSQL where there is one: how long an event takes to the
 * board, then 30 % of the class without a network for a minute and one restart.
 * @returns whether every p99 is within the aim; throws where an event was lost or counted twice
 */
export async function benchWorkshop(say: (line: string) => void): Promise<boolean> {
	const folder = await mkdtemp(join(tmpdir(), "workshop-bench-"));
	const postgres = await startTestPostgres();
	let kept = true;
	try {
		const stores: [string, Record<string, string>][] = [
			["PGlite", { PLAYGROUND_WORKSHOP_DATA: join(folder, "pglite"), DATABASE_URL: "" }],
		];
		if (postgres) stores.push(["PostgreSQL", { DATABASE_URL: postgres.url }]);
		for (const [store, env] of stores) {
			const server = await Server.start({ ...env, PLAYGROUND_LOCAL_MACHINES: "off" });
			try {
				say(describe(await measure(store, server)));
				const simulation = await Simulation.open(server.fetch);
				say(
					`${store}: ${await disturb(simulation, {
						learners: LEARNERS,
						everyMs: EVERY_MS,
						dropMs: DROP_MS,
						restart: () => server.restart(),
					})}`,
				);
				simulation.close();
			} finally {
				await server.product.stop();
			}
		}
	} finally {
		await postgres?.stop();
		await rm(folder, { recursive: true, force: true });
	}
	return kept;

	async function measure(store: string, server: Server): Promise<WorkshopFigures> {
		const memoryBefore = await residentMegabytes(server.product.pid);
		const simulation = await Simulation.open(server.fetch);
		await simulation.join(LEARNERS);
		await delay(EVERY_MS);
		const [joined, board] = [bytesOf(simulation), simulation.board.bytes];
		await simulation.work(WORK_MS, EVERY_MS);
		const memoryLoaded = await residentMegabytes(server.product.pid);
		await simulation.settle();
		const sorted = simulation.latencies.toSorted((a, b) => a - b);
		const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
		const figures = {
			store,
			p50: at(0.5),
			p99: at(0.99),
			events: sorted.length,
			bytesPerLearner: Math.round((bytesOf(simulation) - joined) / LEARNERS),
			boardBytes: simulation.board.bytes - board,
			memoryBefore,
			memoryLoaded,
		};
		simulation.close();
		kept &&= figures.p99 <= AIM_P99;
		return figures;
	}
}

function describe(figures: WorkshopFigures): string {
	const { store, p50, p99, events, bytesPerLearner, boardBytes, memoryBefore, memoryLoaded } = figures;
	return [
		`${store}: ${LEARNERS} learners, an event each every ${EVERY_MS / 1000} s for ${WORK_MS / 1000} s`,
		`  event to board: p50 ${p50} ms, p99 ${p99} ms (aim ${AIM_P99} ms), ${events} events`,
		`  to each learner: ${bytesPerLearner} bytes; to the board: ${(boardBytes / 1000 / (WORK_MS / 1000)).toFixed(0)} kB/s`,
		`  server memory: ${memoryBefore} MB before the first room, ${memoryLoaded} MB under load`,
	].join("\n");
}

function bytesOf({ learners }: Simulation): number {
	return learners.reduce((sum, { bytes }) => sum + bytes, 0);
}

class Server {
	private constructor(
		public product: Product,
		private readonly port: number,
		private readonly env: Record<string, string>,
	) {}

	static async start(env: Record<string, string>): Promise<Server> {
		const port = Number(process.env.PORT) || (await anyFreePort());
		return new Server(await startProduct({ port, env }), port, env);
	}

	fetch: HubFetch = (path, init) => fetch(`${this.product.url}${path}`, init);

	async restart(): Promise<void> {
		await this.product.stop();
		this.product = await startProduct({ port: this.port, env: this.env });
	}
}

/** Of a process, in megabytes; 0 where the system does not tell. */
async function residentMegabytes(pid: number): Promise<number> {
	const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
	return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
}
