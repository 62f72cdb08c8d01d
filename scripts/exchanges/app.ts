import type { FileTree } from "@/lib/sandbox/files";

/** An app with one action for each way a call can be sent and can end. */
export const APP: FileTree = {
	"app/actions.ts": `"use server";
import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { refresh, revalidatePath, updateTag } from "next/cache";
import { db } from "@/lib/db";

export async function sign(form: FormData) {
	await db.message.create({ data: { name: String(form.get("name")), text: "signed" } });
	revalidatePath("/");
}
export async function echo(value: unknown) { return value; }
export async function values() {
	return {
		text: "$dollar", none: undefined, nan: Number.NaN, big: 10n, when: new Date(0),
		map: new Map([["a", 1]]), set: new Set([1, 2]), list: [1, [2]], nothing: null, yes: true,
		long: "long ".repeat(300), bytes: new Uint8Array([1, 2, 255]), later: Promise.resolve("later"),
	};
}
export async function inspectUpload(form: FormData) {
	const file = form.get("file") as File;
	return { name: file.name, size: file.size, note: form.get("note") };
}
export async function opaque(value: unknown) { return typeof value; }
export async function nothing() {}
export async function validate(previous: unknown, form: FormData) {
	return { errors: { name: ["Too short: " + form.get("name")] } };
}
export async function fails() { throw new Error("The database is on fire"); }
export async function goes() { redirect("/dest"); }
export async function goesAway() { redirect("https://example.com/away"); }
export async function misses() { notFound(); }
export async function signsIn() {
	const jar = await cookies();
	jar.set("session", "s3cret", { httpOnly: true, sameSite: "lax" });
	jar.delete("old");
	return "signed in";
}
export async function revalidates() {
	await db.message.create({ data: { name: "Ada", text: "by path" } });
	revalidatePath("/");
	return "by path";
}
export async function updates() { updateTag("messages"); return "by tag"; }
export async function refreshes() { refresh(); return "refreshed"; }
export async function givesFunction() { return () => 1; }
export async function rename(id: string, to: string) { return id + " is " + to; }
export async function renameForm(id: string, form: FormData) {
	console.log("renamed", id, form.get("to"));
}
export async function slow(name: string) {
	await new Promise((resolve) => setTimeout(resolve, 1500));
	await db.message.create({ data: { name, text: "slow" } });
	return name;
}
`,
	"app/calls.tsx": `"use client";
import Link from "next/link";
import { useActionState, useState } from "react";
import * as actions from "./actions";

const withFile = () => {
	const form = new FormData();
	form.append("note", "Grüße");
	form.append("file", new File(["hello"], "hello.txt", { type: "text/plain" }));
	return form;
};

export function Calls({ sealed }: { sealed: (word: string) => Promise<string> }) {
	const [told, setTold] = useState("");
	const cases: Record<string, () => Promise<unknown>> = {
		"fetch-scalars": () => actions.echo({
			text: "$dollar", none: undefined, nan: Number.NaN, big: 10n, when: new Date(0),
			map: new Map([["a", 1]]), set: new Set([1, 2]), list: [1, [2]], nothing: null,
		}),
		"fetch-values": () => actions.values(),
		"fetch-plain": () => actions.rename("ID1", "Ada"),
		"fetch-upload": () => actions.inspectUpload(withFile()),
		"fetch-opaque": () => actions.opaque(() => 1),
		"fetch-nothing": () => actions.nothing(),
		"fetch-throw": () => actions.fails(),
		"fetch-not-found": () => actions.misses(),
		"fetch-cookie": () => actions.signsIn(),
		"fetch-path": () => actions.revalidates(),
		"fetch-tag": () => actions.updates(),
		"fetch-refresh": () => actions.refreshes(),
		"fetch-function": () => actions.givesFunction(),
		"fetch-bound": () => actions.rename.bind(null, "ID42")("Bob"),
		"fetch-sealed": () => sealed("hi"),
		"fetch-redirect": () => actions.goes(),
		"fetch-redirect-away": () => actions.goesAway(),
	};
	const [state, submit] = useActionState(actions.validate, null);
	return (
		<>
			{Object.entries(cases).map(([name, call]) => (
				<button key={name} type="button" onClick={() => {
					setTold("");
					call().then(() => setTold("done"), () => setTold("failed"));
				}}>{name}</button>
			))}
			<output>{told}</output>
			<form action={submit}>
				<input name="name" defaultValue="x" />
				<button>form-state</button>
				<p>{JSON.stringify(state)}</p>
			</form>
			<Link href="/dest" prefetch={false}>rsc</Link>
		</>
	);
}
`,
	"app/page.tsx": `import { Calls } from "./calls";
import * as actions from "./actions";
export const dynamic = "force-dynamic";
export default async function Page() {
	const secret = "captured at render";
	async function sealed(word: string) { "use server"; return word + " " + secret; }
	async function sealedForm() { "use server"; console.log("sealed", secret); }
	return (
		<>
			<form action={actions.sign}><input name="name" defaultValue="Ada" /><button>form-plain</button></form>
			<form action={actions.renameForm.bind(null, "ID42")}><input name="to" defaultValue="Bob" /><button>form-bound</button></form>
			<form action={sealedForm}><button>form-sealed</button></form>
			<form action={actions.goes}><button>form-redirect</button></form>
			<form action={actions.fails}><button>form-throw</button></form>
			<form action={actions.misses}><button>form-not-found</button></form>
			<Calls sealed={sealed} />
		</>
	);
}
`,
	"app/layout.tsx": `export default function Layout({ children }: { children: React.ReactNode }) {
	return <html lang="en"><body>{children}</body></html>;
}
`,
	"app/error.tsx": `"use client";
export default function Failed() { return <p>failed</p>; }
`,
	"app/dest/page.tsx": `export default function Page() { return <h1>Destination</h1>; }
`,
	"app/api/hook/route.ts": `export function GET() { return Response.json({ ok: true }); }
`,
	"app/globals.css": "",
};
