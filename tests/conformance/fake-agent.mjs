// Stands in for the agent: small enough to start at once, and told what to do by words on its standard input.
import { spawn } from "node:child_process";
import { symlinkSync } from "node:fs";
import { createInterface } from "node:readline";

const say = (text) => process.stdout.write(`${text}\n`);
const forever = ["-e", "setInterval(() => {}, 1000)"];
const acts = {
	echo: (...words) => say(words.join(" ")),
	warn: (...words) => process.stderr.write(`${words.join(" ")}\n`),
	part: (text) => process.stdout.write(text),
	exit: (code) => process.exit(Number(code)),
	die: (signal) => process.kill(process.pid, signal),
	stubborn: () => {
		process.on("SIGTERM", () => {});
		say("stubborn");
	},
	link: (target, place) => {
		symlinkSync(target, place);
		say("linked");
	},
	lines: (count, width) => {
		for (let index = 1; index <= Number(count); index++) say(`${index} ${"x".repeat(Number(width))}`);
	},
	// The pipe takes such a line in pieces, and the warnings come in between.
	mix: async (count, width) => {
		const line = `<${"x".repeat(Number(width) - 2)}>\n`;
		for (let index = 1; index <= Number(count); index++) {
			const written = new Promise((resolve) => process.stdout.write(line, resolve));
			process.stderr.write(`warning ${index}\n`);
			await written;
		}
		say("mixed");
	},
	env: () => say(JSON.stringify(process.env)),
	where: () => say(process.cwd()),
	// A child in this process group, a grandchild, and a child that made a group of its own.
	family: () => {
		const child = spawn(process.execPath, forever, { stdio: "ignore" });
		const apart = spawn(process.execPath, forever, { stdio: "ignore", detached: true });
		say(JSON.stringify([process.pid, child.pid, apart.pid]));
	},
};

say(`hello ${process.pid}`);
createInterface({ input: process.stdin }).on("line", (line) => {
	if (line.startsWith("{")) {
		const { id, type } = JSON.parse(line);
		say(JSON.stringify({ type: "next", status: { state: "ready", mode: "development", port: 1 } }));
		return say(JSON.stringify({ type: "reply", id, ok: true, value: type }));
	}
	const [word, ...rest] = line.split(" ");
	acts[word]?.(...rest);
});
