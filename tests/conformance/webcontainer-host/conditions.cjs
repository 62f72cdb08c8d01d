/*
 * Loaded before anything else by every Node process of the host: makes it a Node as a WebContainer has it, and reports
 * the ports it listens on. What it needs to know stands in conditions.json beside it.
 */
const childProcess = require("node:child_process");
const net = require("node:net");
const path = require("node:path");

const { node, realNode, reports } = require("./conditions.json");

// Children are to be such a Node too, whatever their environment and arguments say.
process.execPath = node;
process.execArgv = process.execArgv.filter(
	(word, index, all) =>
		word !== "--no-addons" &&
		word !== __filename &&
		!(/^(-r|--require)$/.test(word) && all[index + 1] === __filename),
);
const { spawn } = childProcess.ChildProcess.prototype;
childProcess.ChildProcess.prototype.spawn = function (options) {
	const isNode = options.file === "node" || options.file === realNode;
	return spawn.call(this, isNode ? { ...options, file: node } : options);
};

const { connect } = net.Socket.prototype;
const isInside = (host) => host === undefined || host === "" || /^(127\.|::1$|(.*\.)?localhost$)/.test(host);

/** The forms of `connect`: (options), (port, host), (path), and the list that Node itself makes of them. */
function hostOf([first, second]) {
	const target = Array.isArray(first) ? first[0] : first;
	if (typeof target === "object" && target !== null) return target.path ? undefined : target.host;
	return typeof second === "string" ? second : undefined;
}

net.Socket.prototype.connect = function (...args) {
	const host = hostOf(args);
	if (isInside(host)) return connect.apply(this, args);
	const error = new Error(`connect ENETUNREACH ${host}`);
	process.nextTick(() =>
		this.destroy(Object.assign(error, { code: "ENETUNREACH", syscall: "connect", address: host })),
	);
	return this;
};

/** One connection for the life of the process: when it breaks, the process and its ports are gone. */
let reporter = null;
function report(line) {
	if (reporter === null) {
		reporter = connect.call(new net.Socket(), { path: reports });
		reporter.on("error", () => {});
		reporter.unref();
	}
	reporter.write(`${JSON.stringify(line)}\n`);
}

const { listen } = net.Server.prototype;
net.Server.prototype.listen = function (...args) {
	this.once("listening", () => {
		const place = this.address();
		if (place === null || typeof place === "string") return;
		const { port, address } = place;
		report({ state: "open", port, address });
		this.once("close", () => report({ state: "close", port, address }));
	});
	return listen.apply(this, args);
};

require(path.join(__dirname, "broken-host.cjs"));
