import { expect, it } from "vitest";
import { machineEnvironment } from "./environment";

it("lets through what programs need and nothing else", () => {
	const inherited = {
		PATH: "/bin",
		Path: "C:\\bin",
		LC_ALL: "C",
		TZ: "UTC",
		SystemRoot: "C:\\Windows",
		HOME: "/home/person",
		USERPROFILE: "C:\\person",
		NODE_OPTIONS: "--require=/x",
		NODE_ENV: "production",
		AWS_SECRET_ACCESS_KEY: "secret",
		DATABASE_URL: "secret",
		NOTHING: undefined,
	} as unknown as NodeJS.ProcessEnv;
	expect(
		machineEnvironment(inherited, "/machine", { machine: "m-1", run: "r-1" }, { EXTRA: "1", PATH: "/mine" }),
	).toEqual({
		PATH: "/mine",
		Path: "C:\\bin",
		LC_ALL: "C",
		TZ: "UTC",
		SystemRoot: "C:\\Windows",
		HOME: "/machine",
		USERPROFILE: "/machine",
		NEXT_TELEMETRY_DISABLED: "1",
		EXTRA: "1",
		PLAYGROUND_MACHINE: "m-1",
		PLAYGROUND_RUN: "r-1",
	});
});

it("marks the machine's programs, whatever the caller says", () => {
	const added = { PLAYGROUND_MACHINE: "m-2", PLAYGROUND_RUN: "r-2" };
	const marks = { machine: "m-1", run: "r-1" };
	expect(machineEnvironment({} as NodeJS.ProcessEnv, "/m", marks, added)).toMatchObject({
		PLAYGROUND_MACHINE: "m-1",
		PLAYGROUND_RUN: "r-1",
	});
});
