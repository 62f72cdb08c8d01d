import { rm, writeFile } from "node:fs/promises";
import http from "node:http";
import { join } from "node:path";

/** Milliseconds for one answer; the first one compiles the whole framework with a compiler in wasm. */
const ANSWER_LIMIT_MS = 180_000;

const PAGES = [
	"/",
	"/form",
	"/client",
	"/action-state",
	"/rich",
	"/read",
	"/old-cached",
	"/streamed",
	"/throws",
	"/bare-throw",
	"/missing",
	"/no-such-page",
	"/moved",
	"/moved?ever=1",
	"/parts",
	"/item/1",
	"/item/3",
	"/api/hook",
	"/tainted",
	"/old",
	"/other",
	"/favicon.ico",
	"/__nextjs_server_status",
	"/__nextjs_devtools_config",
	"/_next/static/chunks/main-app.js",
];

interface Answer {
	status: number;
	body: string;
	headers: http.IncomingHttpHeaders;
}

interface Question {
	method?: string;
	headers?: Record<string, string>;
	body?: string;
}

/** Asks once. A connection that breaks is an error; any status is an answer. */
export function ask(url: string, { method = "GET", headers = {}, body }: Question = {}): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const request = http.request(
			url,
			{ method, headers, agent: false, timeout: ANSWER_LIMIT_MS },
			(response) => {
				response.setEncoding("utf8");
				let text = "";
				response.on("data", (chunk: string) => {
					text += chunk;
				});
				response.once("error", reject);
				response.once("end", () =>
					resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers }),
				);
			},
		);
		request.once("timeout", () => request.destroy(new Error(`${url} did not answer.`)));
		request.once("error", reject);
		request.end(body);
	});
}

/** Pages with forms. */
const FORMS = ["/form", "/action-state", "/rich", "/tainted"];

/** Of another runtime, which `cacheComponents` does not go with. */
const EDGE = ["/edge", "/api/edge"];

/**
 * Uses everything of the probe app once: pages, forms without JavaScript, actions as a client calls them, errors, an edit.
 * @param folder where the app stands
 * @param origin of its `next dev`
 */
export async function probe(
	folder: string,
	origin: string,
	{ cacheComponents }: { cacheComponents: boolean },
) {
	const answers = new Map<string, number>();
	for (const page of [...PAGES, ...(cacheComponents ? ["/cached"] : EDGE)]) {
		const answer = await ask(`${origin}${page}`, { headers: { accept: "text/html", cookie: "name=probe" } });
		answers.set(page, answer.status);
	}
	for (const page of cacheComponents ? FORMS : [...FORMS, "/edge"]) await submitForms(origin, page);
	await ask(`${origin}/read`, { headers: { rsc: "1", "next-url": "/" } });
	await ask(`${origin}/api/hook`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: '{"a":1}',
	});
	await ask(`${origin}/__nextjs_original-stack-frames`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ frames: [], isServer: true, isEdgeServer: false, isAppDirectory: true }),
	});
	await openSocket(origin);
	await breakAndMend(folder, origin);
	return answers;
}

/** Submits every form of a page as a browser without JavaScript, and calls the first action as a client does. */
async function submitForms(origin: string, page: string): Promise<void> {
	const { body } = await ask(`${origin}${page}`);
	const forms = body.match(/<form[\s\S]*?<\/form>/g) ?? [];
	if (forms.length === 0) throw new Error(`The probe's page ${page} shows no form:\n${body.slice(0, 2_000)}`);
	for (const form of forms) {
		const fields = [...form.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)];
		const parts = [...fields.map(([, name = "", value = ""]) => [name, decoded(value)]), ["name", "Ada"]];
		const boundary = "probe-boundary";
		const text = parts
			.map(
				([name, value]) =>
					`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
			)
			.join("");
		await ask(`${origin}${page}`, {
			method: "POST",
			headers: { origin, "content-type": `multipart/form-data; boundary=${boundary}` },
			body: `${text}--${boundary}--\r\n`,
		});
		const id = /\$ACTION_ID_([0-9a-f]{42})/.exec(form)?.[1];
		if (id === undefined) continue;
		await ask(`${origin}${page}`, {
			method: "POST",
			headers: {
				origin,
				accept: "text/x-component",
				"next-action": id,
				"content-type": "text/plain;charset=UTF-8",
			},
			body: "[1]",
		});
	}
}

/** The page's own connection to the development server. */
function openSocket(origin: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = http.get(`${origin}/_next/hmr?page=%2F`, {
			agent: false,
			timeout: 10_000,
			headers: {
				origin,
				connection: "Upgrade",
				upgrade: "websocket",
				"sec-websocket-version": "13",
				"sec-websocket-key": "cHJvYmUtcHJvYmUtcHJvYg==",
			},
		});
		request.once("upgrade", (_, socket) => {
			socket.destroy();
			resolve();
		});
		request.once("timeout", () => request.destroy(new Error("The development server took no socket.")));
		request.once("response", ({ statusCode }) =>
			reject(new Error(`The socket was answered with ${statusCode}.`)),
		);
		request.once("error", reject);
	});
}

/** A syntax error and its mending, and an edit of what a client component imports. */
async function breakAndMend(folder: string, origin: string): Promise<void> {
	const page = join(folder, "app/broken/page.tsx");
	await writeFile(page, "export default function Page() { return <p>; }");
	await until(
		() => ask(`${origin}/broken`, { headers: { accept: "text/html" } }),
		({ status }) => status === 500,
	);
	await writeFile(page, "export default function Page() { return <p>mended</p>; }");
	await until(
		() => ask(`${origin}/broken`),
		({ body }) => body.includes("mended"),
	);
	await rm(page);
}

async function until(look: () => Promise<Answer>, isRight: (answer: Answer) => boolean): Promise<void> {
	const deadline = Date.now() + ANSWER_LIMIT_MS;
	for (;;) {
		const answer = await look();
		if (isRight(answer)) return;
		if (Date.now() > deadline)
			throw new Error(`An edit was never shown; the last answer was ${answer.status}.`);
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
}

function decoded(html: string): string {
	return html
		.replaceAll("&quot;", '"')
		.replaceAll("&#x27;", "'")
		.replaceAll("&lt;", "<")
		.replaceAll("&amp;", "&");
}
