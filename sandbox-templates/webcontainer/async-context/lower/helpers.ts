import { transformSync } from "esbuild";
import { portableDrivers } from "./portable-drivers";
import { restoreSyncGenerators } from "./sync-generators";

/** What esbuild calls its helpers, and the driver that takes the place of each. */
const DRIVERS = {
	__async: "async",
	__await: "await",
	__asyncGenerator: "asyncGenerator",
	__yieldStar: "yieldStar",
	__forAwait: "forAwait",
} as const;
type HelperName = keyof typeof DRIVERS;

/** What esbuild has to lower. Everything else stays as it is written. */
export const UNSUPPORTED = { "async-await": false, "async-generator": false, "for-await": false };

const HELPER =
	/^var (__(?:asyncGenerator|async|await|yieldStar|forAwait))(\d*) = .*\n(?:[ \t].*\n|\};?\n)*/gm;

// esbuild numbers its names where the file has the same ones.
const withoutNumbers = (code: string) => code.replace(/\b([A-Za-z_$]+)\d+\b/g, "$1");

let known: ReadonlyMap<string, string> | null = null;

/** The text of each helper of the esbuild that is installed. */
function knownHelpers(): ReadonlyMap<string, string> {
	if (known) return known;
	const sample = "async function* f() { yield* await 1 }\nasync () => { for await (const x of y); }\n";
	const { code } = transformSync(sample, { supported: UNSUPPORTED });
	const found = new Map<string, string>();
	for (const [text, name] of code.matchAll(HELPER)) found.set(name as string, withoutNumbers(text));
	const missing = Object.keys(DRIVERS).filter((name) => !found.has(name));
	if (missing.length > 0) {
		throw new Error(`esbuild no longer writes ${missing.join(", ")} as lower/helpers.ts expects it.`);
	}
	known = found;
	return found;
}

/**
 * Replaces the helpers that esbuild has written into `code` by our drivers: those of the async context where there is
 * one, otherwise portable ones that the file carries with it. Gives `null` where there are no helpers.
 */
export function replaceHelpers(code: string): string | null {
	const helpers = knownHelpers();
	const used = new Set<HelperName>();
	const replaced = restoreSyncGenerators(code).replace(
		HELPER,
		(text: string, name: HelperName, number: string) => {
			// Somebody else's function of this name stays.
			if (helpers.get(name) !== withoutNumbers(text)) return text;
			const first = used.size === 0 ? PLACE : "";
			used.add(name);
			return `${first}var ${name}${number} = __asyncDrivers.${DRIVERS[name]};\n`;
		},
	);
	if (used.size === 0) return null;
	const portable = portableDrivers(used.size === 1 && used.has("__async") ? "async" : "all");
	return repairForAwait(
		replaced.replace(PLACE, () => `var __asyncDrivers = globalThis.__asyncContext ?? ${portable};\n`),
	);
}

const PLACE = "/*place of the drivers*/";

const LOOP_HEAD = /, (more\d*), (temp\d*), (error\d*); \1 = !\(\2 = yield /g;
const LOOP_CLOSE = /\b(more\d*) && \((temp\d*) = (iter\d*)\.return\) && \(yield /g;

/**
 * esbuild declares the state of a lowered `for await` with `var` and does not reset it. Where the loop stands in another
 * one, an error of its first round is thrown again in each later round.
 */
function repairForAwait(code: string): string {
	return code
		.replace(LOOP_HEAD, ", $1 = void 0, $2, $3 = void 0; $1 = !($2 = yield ")
		.replace(LOOP_CLOSE, "$1 && ($1 = void 0, $2 = $3.return) && (yield ");
}
