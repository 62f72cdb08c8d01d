"use client";

import type { ReactNode } from "react";
import { useStore } from "zustand";
import { Badge, type Tone } from "@/components/ui/badge";
import { ScrollPre } from "@/components/ui/scroll-pre";
import type { Playground } from "@/lib/playground/types";
import type { Build, BuiltAction, BuiltRoute } from "@/lib/sandbox/agent-protocol";

const KINDS: Record<BuiltRoute["kind"], { words: string; means: string; tone: Tone }> = {
	static: { words: "Static", means: "prerendered by the build", tone: "pass" },
	partial: { words: "Partial", means: "its shell is prerendered", tone: "accent" },
	dynamic: { words: "Dynamic", means: "rendered for each request", tone: "neutral" },
	handler: { words: "Handler", means: "a route handler", tone: "neutral" },
};

/** What Next.js made of the app: its routes, and which Server Actions became endpoints, with their ids. */
export function BuildPanel({ playground }: { playground: Playground }) {
	const { build, trouble, mode } = useStore(playground.builds.store);
	return (
		<section
			aria-label="Build output"
			// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
			tabIndex={0}
			className="h-full overflow-auto p-3 text-[0.8125rem] focus-visible:-outline-offset-2"
		>
			{trouble !== null && (
				<p role="alert" className="rounded-md bg-broken/10 px-3 py-2 text-broken leading-snug">
					{trouble}
				</p>
			)}
			{build === null && trouble === null && (
				<p className="text-ink-muted leading-relaxed">
					{mode === "production"
						? "Once the app is built, its routes and the Server Actions that became endpoints are listed here."
						: "Once the app runs, the routes and Server Actions that Next.js has compiled are listed here."}
				</p>
			)}
			{build && <BuildOutput build={build} />}
		</section>
	);
}

function BuildOutput({ build }: { build: Build }) {
	const production = build.mode === "production";
	return (
		<div className="grid gap-5">
			<p className="text-ink-muted leading-relaxed">
				{production ? (
					<>
						Production build <code className="text-ink text-xs">{build.buildId}</code>
					</>
				) : (
					"Development: only what has been asked for is compiled. Open a page and it joins the list."
				)}
			</p>
			<List title="Server Actions with an endpoint" empty="No Server Action has an endpoint.">
				{build.actions.map((action) => (
					<ActionRow key={action.id} action={action} />
				))}
			</List>
			<List title="Routes" empty="No page has been compiled yet.">
				{build.routes.map(({ path, kind }) => (
					<li key={path} className="flex items-baseline gap-2 px-3 py-2">
						<code className="min-w-0 flex-1 break-words text-xs">{path}</code>
						<span className="text-ink-muted text-xs max-[30rem]:sr-only">{KINDS[kind].means}</span>
						<Badge tone={KINDS[kind].tone}>{KINDS[kind].words}</Badge>
					</li>
				))}
			</List>
			{build.log !== "" && (
				<details>
					<summary className="cursor-pointer font-medium text-ink-muted hover:text-ink">
						What <code>next build</code> printed
					</summary>
					<ScrollPre className="mt-2 max-h-72 p-2.5">{build.log}</ScrollPre>
				</details>
			)}
		</div>
	);
}

function ActionRow({ action: { id, name, file, endpointOf } }: { action: BuiltAction }) {
	return (
		<li className="grid gap-0.5 px-3 py-2">
			<p className="flex flex-wrap items-baseline gap-x-2">
				<code className="font-medium text-xs">{nameInWords(name)}</code>
				<span className="text-ink-muted text-xs">{file}</span>
			</p>
			<p className="break-all font-mono text-ink-muted text-xs">
				<span className="sr-only">Id </span>
				{id}
			</p>
			<p className="text-ink-muted text-xs">In the server code of {endpointOf.join(", ")}</p>
		</li>
	);
}

function List({ title, empty, children }: { title: string; empty: string; children: ReactNode[] }) {
	return (
		<div>
			<h3 className="eyebrow mb-1.5">
				{title} <span className="tabular-nums">({children.length})</span>
			</h3>
			{children.length === 0 ? (
				<p className="text-ink-muted">{empty}</p>
			) : (
				<ul className="divide-y divide-border rounded-md border border-border">{children}</ul>
			)}
		</div>
	);
}

/** `$$RSC_SERVER_ACTION_0` is what the compiler calls a function inside another one. */
function nameInWords(name: string): string {
	const inline = /^\$\$RSC_SERVER_ACTION_(\d+)$/.exec(name);
	return inline ? `inline action ${Number(inline[1]) + 1}` : name;
}
