import http, { type IncomingMessage, type RequestListener } from "node:http";
import net, { type AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { type Cases, callback, later, storage } from "../case";

/** Starts a server, calls `work` with its port, stops it. */
async function serving<T>(listener: RequestListener, work: (port: number) => Promise<T>): Promise<T> {
	const server = http.createServer(listener);
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	try {
		return await work((server.address() as AddressInfo).port);
	} finally {
		server.closeAllConnections();
		server.close();
	}
}
const get = (port: number, path = "/", options: http.RequestOptions = {}) =>
	callback<IncomingMessage>((done) => http.get({ host: "127.0.0.1", port, path, ...options }, done)).then(
		text,
	);

export const networkCases: Cases = {
	"http server: fifty requests at once": () => {
		const als = storage();
		return serving(
			(request, response) =>
				als.run(request.url, async () => {
					for (let i = 0; i < 4; i++) await later();
					response.end(String(als.getStore()));
				}),
			async (port) => {
				const urls = Array.from({ length: 50 }, (_, i) => `/${i}`);
				const answers = await Promise.all(urls.map((url) => get(port, url)));
				return answers.every((answer, i) => answer === urls[i]);
			},
		);
	},
	"http server: enterWith in a handler is not seen by the next request": () => {
		const als = storage();
		return serving(
			async (request, response) => {
				const before = als.getStore();
				als.enterWith(request.url);
				await later();
				response.end(JSON.stringify([before ?? "none", als.getStore()]));
			},
			async (port) => {
				const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
				const answers = [
					await get(port, "/1", { agent }),
					await get(port, "/2", { agent }),
					await get(port, "/3"),
				];
				agent.destroy();
				return answers;
			},
		);
	},
	"http server: body in the context of the request": () => {
		const als = storage();
		return serving(
			(request, response) =>
				als.run(1, async () => {
					const body = await text(request);
					response.end(JSON.stringify([body, als.getStore()]));
				}),
			async (port) => {
				const answer = callback<IncomingMessage>((done) => {
					const request = http.request({ host: "127.0.0.1", port, method: "POST" }, done);
					request.write("a");
					setTimeout(() => request.end("b"), 5);
				});
				return text(await answer);
			},
		);
	},
	"http server: data events": () => {
		const als = storage();
		return serving(
			(request, response) =>
				als.run(1, () => {
					const seen: unknown[] = [];
					request.on("data", () => seen.push(als.getStore() ?? "none"));
					request.on("end", () => response.end(JSON.stringify([seen, als.getStore() ?? "none"])));
				}),
			async (port) => {
				const answer = callback<IncomingMessage>((done) => {
					http.request({ host: "127.0.0.1", port, method: "POST" }, done).end("body");
				});
				return text(await answer);
			},
		);
	},
	"http server: context in which it listens": async () => {
		const als = storage();
		const server = http.createServer((_request, response) => response.end(String(als.getStore())));
		await als.run(1, () => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
		const answer = await get((server.address() as AddressInfo).port);
		server.closeAllConnections();
		server.close();
		return answer;
	},
	"http server: finish of the response": () => {
		const als = storage();
		const seen: unknown[] = [];
		return serving(
			(_request, response) =>
				als.run(1, () => {
					response.on("finish", () => seen.push(als.getStore()));
					response.end("x");
				}),
			async (port) => {
				await get(port);
				await later();
				return seen;
			},
		);
	},
	"http client: response, data, end": () => {
		const als = storage();
		return serving(
			(_request, response) => response.end("x"),
			(port) =>
				als.run(1, () =>
					callback((done) => {
						const seen: unknown[] = [];
						http.get({ host: "127.0.0.1", port }, (response) => {
							seen.push(als.getStore());
							response.on("data", () => seen.push(als.getStore()));
							response.on("end", () => done([seen, als.getStore()]));
						});
					}),
				),
		);
	},
	"http client: for await over the body": () => {
		const als = storage();
		return serving(
			(_request, response) => response.end("x"),
			(port) => als.run(1, async () => [await get(port), als.getStore()]),
		);
	},
	"http client: error": () => {
		const als = storage();
		return als.run(1, () =>
			callback((done) =>
				http
					.get({ host: "127.0.0.1", port: 1 })
					.on("error", (error) => done([(error as { code?: string }).code, als.getStore()])),
			),
		);
	},
	"http client: requests on a kept connection": () => {
		const als = storage();
		return serving(
			(request, response) => response.end(request.url),
			async (port) => {
				const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
				const ask = (id: number) =>
					als.run(id, () =>
						callback((done) =>
							http.get({ host: "127.0.0.1", port, path: `/${id}`, agent }, (response) => {
								response.resume();
								response.on("end", () => done([id, als.getStore()]));
							}),
						),
					);
				const answers = await Promise.all([ask(1), ask(2), ask(3)]);
				agent.destroy();
				return answers;
			},
		);
	},
	fetch: () => {
		const als = storage();
		return serving(
			(_request, response) => response.end('{"a":1}'),
			(port) =>
				als.run(1, async () => {
					const response = await fetch(`http://127.0.0.1:${port}`);
					const status = [response.status, als.getStore()];
					return [status, await response.json(), als.getStore()];
				}),
		);
	},
	"fetch: a body of ours": () => {
		const als = storage();
		return serving(
			async (request, response) => {
				response.end(await text(request));
			},
			(port) =>
				als.run(1, async () => {
					let n = 0;
					const body = new ReadableStream({
						async pull(controller) {
							await later();
							if (n++ < 2) controller.enqueue(new TextEncoder().encode(`${als.getStore()},`));
							else controller.close();
						},
					});
					const options = { method: "POST", body, duplex: "half" } as RequestInit;
					const response = await fetch(`http://127.0.0.1:${port}`, options);
					return [await response.text(), als.getStore()];
				}),
		);
	},
	"net: client and server": async () => {
		const als = storage();
		const server = net.createServer((socket) => als.run("server", () => socket.pipe(socket)));
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		const { port } = server.address() as AddressInfo;
		const seen = await als.run(1, () =>
			callback((done) => {
				const events: unknown[] = [];
				const socket = net.connect(port, "127.0.0.1", () => {
					events.push(["connect", als.getStore()]);
					socket.write("x", () => events.push(["written", als.getStore()]));
				});
				socket.on("data", () => {
					events.push(["data", als.getStore()]);
					socket.end();
				});
				socket.on("close", () => done([events.sort(), als.getStore()]));
			}),
		);
		server.close();
		return seen;
	},
	"net: a write in a context of its own": async () => {
		const als = storage();
		const server = net.createServer((socket) => socket.resume());
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		const socket = net.connect((server.address() as AddressInfo).port, "127.0.0.1");
		await callback((done) => socket.on("connect", () => done(null)));
		const write = (id: number) =>
			als.run(id, () => callback((done) => socket.write("x", () => done(als.getStore()))));
		const seen = [await write(1), await write(2)];
		socket.destroy();
		server.close();
		return seen;
	},
};
