import { configWith, layoutWith, pageWith, pageWithAction } from "../apps";
import type { Fault } from "../fault";
import { NOTICED_MS } from "../fault";
import { until } from "../until";
import { LESSON, type World } from "../world";

/** Code that a learner may type, from a slip to malice within the limits. Each is taken back by the next edit. */
export const codeFaults: Fault[] = [
	{
		id: "exit-in-action",
		what: "process.exit in an action",
		says: /Stopped/,
		run: (world) => runAction(world, "process.exit(1);", /Stopped/),
	},
	{
		id: "loop-in-action",
		what: "an endless loop in an action",
		says: /Not answering/,
		run: (world) => runAction(world, "for (;;) {}", /Not answering/),
	},
	{
		id: "await-in-action",
		what: "an endless await in an action",
		run: (world) => runAction(world, "await new Promise(() => {});", null),
	},
	{
		id: "memory-in-action",
		what: "2 GB of objects in an action",
		says: /Stopped|Not answering/,
		long: true,
		run: (world) =>
			runAction(
				world,
				"const all: object[] = [];\n\t\t\t\t\tfor (let n = 0; n < 30_000_000; n++) all.push({ n, text: String(n) });\n\t\t\t\t\tconsole.log(all.length);",
				/Stopped|Not answering/,
			),
	},
	{
		id: "loop-in-page",
		what: "an endless loop in a page",
		says: /Not answering/,
		async run(world) {
			await world.type(`${pageWith(world.nextHeading())}\nfor (;;) {}\n`);
			await world.untilSaid(/Not answering/, NOTICED_MS);
		},
	},
	{
		id: "exit-in-page",
		what: "process.exit in a page, at each rendering, until the playground waits for an edit",
		says: /Stopped/,
		async run(world) {
			await world.type(pageWith(world.nextHeading()).replace("\treturn (", "\tprocess.exit(1);\n\treturn ("));
			await world.untilSaid(/Stopped/, NOTICED_MS);
		},
	},
	{
		id: "exit-in-layout",
		what: "process.exit in a layout, at each rendering",
		run: (world) => inLayout(world, "process.exit(1);", /Stopped/),
	},
	{
		id: "throw-in-layout",
		what: "a layout throws",
		run: (world) => inLayout(world, 'throw new Error("no frame today");', null),
	},
	{
		id: "exit-in-config",
		what: "process.exit in next.config",
		run: inConfig,
	},
	{
		id: "half-typed",
		what: "code that does not parse",
		run: (world) => world.type(`${pageWith(world.nextHeading())}export function (((`),
	},
	{
		id: "fork-bomb",
		what: "an action that starts 300 programs, more than an app may",
		says: /Stopped/,
		long: true,
		run: (world) => runAction(world, programs(300), /Stopped/),
	},
	{
		id: "processes",
		what: "an action that starts 30 programs, then the agent is killed",
		long: true,
		async run(world) {
			await runAction(world, programs(30), null);
			await until("the programs run", NOTICED_MS, async () => (await world.sandbox()).all.length > 30);
			const { agent } = await world.sandbox();
			process.kill(agent, "SIGKILL");
			await world.untilSaid(/Getting a sandbox/, NOTICED_MS);
		},
	},
];

/** Statements that start so many programs, every other one out of the app's process group. */
function programs(many: number): string {
	return `const { spawn } = await import("node:child_process");
					for (let n = 0; n < ${many}; n++) spawn("sleep", ["600"], { detached: n % 2 === 0, stdio: "ignore" }).unref();`;
}

/** Types a page with such an action, runs it, and waits for what the light must say. */
async function runAction(world: World, statements: string, says: RegExp | null): Promise<void> {
	const heading = world.nextHeading();
	await world.type(pageWithAction(heading, statements));
	await world.shows(heading, 15_000);
	await world.act();
	if (says) await world.untilSaid(says, NOTICED_MS);
}

const LAYOUT = {
	lesson: "behaviour/it-belongs-to-its-page",
	tab: "layout.tsx",
	file: "app/kiosk/layout.tsx",
};
const CONFIG = { lesson: "security/too-large", tab: "next.config.ts", file: "next.config.ts" };

async function inLayout(world: World, statements: string, says: RegExp | null): Promise<void> {
	await elsewhere(world, LAYOUT, async () => {
		const before = world.nextHeading();
		await world.type(layoutWith(before), LAYOUT);
		await world.shows(before, 60_000);
		await world.type(layoutWith(world.nextHeading(), statements), LAYOUT);
		if (says) await world.untilSaid(says, NOTICED_MS);
		const after = world.nextHeading();
		await world.type(layoutWith(after), LAYOUT);
		await world.shows(after, world.usableMs);
	});
}

async function inConfig(world: World): Promise<void> {
	await elsewhere(world, CONFIG, async () => {
		await world.app.getByRole("heading").first().waitFor({ timeout: 60_000 });
		await world.type(configWith("process.exit(1);"), CONFIG);
		await world.untilSaid(/Did not start|Stopped/, 2 * NOTICED_MS);
		await world.forgetSaid();
		await world.type(configWith(""), CONFIG);
		await world.untilSaid(/This computer/, world.usableMs);
		await world.app.getByRole("heading").first().waitFor({ timeout: world.usableMs });
	});
}

/** What is tried in another lesson's file, and is over when the first lesson is open again. */
async function elsewhere(
	world: World,
	{ lesson, tab }: { lesson: string; tab: string },
	work: () => Promise<void>,
): Promise<void> {
	await world.go(lesson);
	try {
		await world.openFile(tab);
		await work();
	} finally {
		await world.go(LESSON);
	}
}
