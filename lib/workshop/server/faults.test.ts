import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { startTestPostgres } from "@/tests/postgres";
import { disturb, Simulation } from "@/tests/workshop/simulate";
import { hasPGliteData, openPGlite, openPostgres } from "./database";
import { Hub } from "./hub";
import { fetchOf } from "./test-fetch";

const postgres = await startTestPostgres();
const folder = await mkdtemp(join(tmpdir(), "workshop-faults-"));
const data = join(folder, "pglite");
afterAll(async () => {
	await postgres?.stop();
	await rm(folder, { recursive: true, force: true });
});

// The whole of it, with 500 learners on the built product, is `npm run bench -- workshop`.
const stores: [string, () => Hub][] = [
	["PGlite", () => new Hub({ open: () => openPGlite(data), mayHaveRooms: () => hasPGliteData(data) })],
];
if (postgres) {
	const open = () => openPostgres(postgres.url);
	stores.push(["PostgreSQL", () => new Hub({ open, mayHaveRooms: async () => true })]);
}

test.each(stores)(
	"on %s a lost network and a restart lose no pass and count nothing twice",
	async (_, makeHub) => {
		let hub = makeHub();
		let fetch = fetchOf(hub);
		const simulation = await Simulation.open((path, init) => fetch(path, init));
		const restart = async () => {
			await hub.close();
			hub = makeHub();
			fetch = fetchOf(hub);
		};
		const said = await disturb(simulation, { learners: 30, everyMs: 300, dropMs: 1_500, restart });
		expect(said).toMatch(/none lost, none twice/);
		simulation.close();
		await hub.close();
	},
	120_000,
);
