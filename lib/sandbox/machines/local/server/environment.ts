/**
 * What a program inside a machine may know of the computer it runs on. Everything else (keys, tokens, NODE_OPTIONS of
 * the playground's own process) stays out, because the learner's code can print its environment.
 */
const ALLOWED = new Set([
	"PATH",
	"LANG",
	"LANGUAGE",
	"TZ",
	"TMPDIR",
	"TEMP",
	"TMP",
	// Windows programs do not start without these.
	"SYSTEMROOT",
	"SYSTEMDRIVE",
	"WINDIR",
	"COMSPEC",
	"PATHEXT",
	"NUMBER_OF_PROCESSORS",
	"PROCESSOR_ARCHITECTURE",
]);

/** Mark every process that a machine started, so that one that left its process group is still found. */
export const MACHINE_VARIABLE = "PLAYGROUND_MACHINE";
/** Another value at each start of a program: ending one must not hit the next one, which may run already. */
export const RUN_VARIABLE = "PLAYGROUND_RUN";

/**
 * The environment of a machine's programs.
 * @param inherited the playground's own environment
 * @param home the machine's folder, which is the only home its programs see
 * @param added what the caller of `spawn` asked for; wins over everything but the marks
 */
export function machineEnvironment(
	inherited: NodeJS.ProcessEnv,
	home: string,
	marks: { machine: string; run: string },
	added: Record<string, string> = {},
): Record<string, string> {
	const kept: Record<string, string> = {};
	for (const [name, value] of Object.entries(inherited)) {
		const upper = name.toUpperCase();
		if (value !== undefined && (ALLOWED.has(upper) || upper.startsWith("LC_"))) kept[name] = value;
	}
	return {
		...kept,
		HOME: home,
		USERPROFILE: home,
		NEXT_TELEMETRY_DISABLED: "1",
		...added,
		[MACHINE_VARIABLE]: marks.machine,
		[RUN_VARIABLE]: marks.run,
	};
}
