import { AsyncLocalStorage } from "node:async_hooks";
import http, { type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/*
 * A server in the manner of Next.js: the request is put into a store, and code far away asks the store for its cookie,
 * after awaits, in parallel, in a stream. Asks itself fifty times at once and prints how many answers were right.
 */
const requests = new AsyncLocalStorage<IncomingMessage>();

async function cookie(): Promise<string> {
	await null;
	return requests.getStore()?.headers.cookie ?? "none";
}

async function* parts() {
	yield await cookie();
	await sleep(2);
	yield await cookie();
}

async function page(): Promise<string> {
	const early = await cookie();
	const parallel = await Promise.all([cookie(), sleep(1).then(cookie)]);
	const streamed: string[] = [];
	for await (const part of parts()) streamed.push(part);
	let pulled = 0;
	const body = new ReadableStream<string>({
		async pull(controller) {
			await sleep(1);
			if (pulled++ < 2) controller.enqueue(await cookie());
			else controller.close();
		},
	});
	for await (const part of body) streamed.push(part);
	return [early, ...parallel, ...streamed].join();
}

const server = http.createServer((request, response) =>
	requests.run(request, async () => {
		response.end(await page());
	}),
);

async function ask(port: number, id: number): Promise<boolean> {
	const own = `user=${id}`;
	const response = await new Promise<IncomingMessage>((resolve) =>
		http.get({ host: "127.0.0.1", port, headers: { cookie: own } }, resolve),
	);
	let text = "";
	for await (const chunk of response) text += chunk;
	return text === Array(7).fill(own).join();
}

server.listen(0, "127.0.0.1", async () => {
	const { port } = server.address() as AddressInfo;
	const right = await Promise.all(Array.from({ length: 50 }, (_, id) => ask(port, id)));
	process.stdout.write(String(right.filter(Boolean).length), () => process.exit(0));
});
