"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { useStore } from "zustand";
import { SiteHeader } from "@/components/ui/site-header";
import { membershipKeeper } from "@/lib/workshop/client/membership";
import type { Pass } from "@/lib/workshop/client/requests";
import { readCode } from "@/lib/workshop/contract";
import { enterAsHelper, enterWithKey } from "@/lib/workshop/staff/enter";
import { Door } from "../start/come-back";
import { useMounted } from "../use-mounted";
import { DeskProvider } from "./desk";

type Place = "instructor" | "helper" | "projector";

/** Lets in whoever this browser knows the key of; asks everyone else for it. */
export function StaffDoor(props: { code: string; place: Place; children: ReactNode }) {
	// What the browser keeps is unknown to the server and the first render.
	return useMounted() ? <Known {...props} /> : null;
}

function Known({ code: typed, place, children }: { code: string; place: Place; children: ReactNode }) {
	const memberships = membershipKeeper();
	useStore(memberships.store);
	const code = readCode(typed);
	const pass = code === null ? null : passOf(code, place);
	if (pass === null) return <AskForKey typed={typed} place={place} />;
	return (
		<DeskProvider key={pass.secret} pass={pass} role={place}>
			{children}
		</DeskProvider>
	);
}

/** A projector is opened by the instructor or by a helper. */
function passOf(code: string, place: Place): Pass | null {
	const { find } = membershipKeeper();
	const instructor = place === "helper" ? null : find(code, "instructor");
	// A name comes with the hub's answer: before it, a helper has only knocked.
	const helper = place === "instructor" ? null : find(code, "helper");
	return instructor ?? (helper !== null && helper.name !== "" ? helper : null);
}

function AskForKey({ typed, place }: { typed: string; place: Place }) {
	const router = useRouter();
	return (
		<div className="mx-auto max-w-5xl px-5 sm:px-8">
			<SiteHeader current={null} />
			<main className="mx-auto max-w-md pt-6 pb-24 sm:pt-16">
				<h1 className="text-balance font-[640] text-3xl tracking-[-0.025em]">
					{place === "helper" ? "Come in and help" : "This browser has no key to this room"}
				</h1>
				<p className="mt-2 mb-8 text-pretty text-ink-muted">
					{place === "helper"
						? "The instructor gives you the helpers’ code. You will see who waits for help and, where a learner agrees, their code."
						: "The instructor key was shown when the room was made. It is asked for once; then this browser remembers it."}
				</p>
				{place === "helper" ? (
					<Door
						title="You help in it"
						fields={["Join code", "Helpers’ code", "Your name"]}
						given={[typed]}
						action="Help"
						enter={async ([code = "", helperCode = "", name = ""]) => {
							const pass = await enterAsHelper(code, helperCode, name);
							router.replace(`/workshop/${pass.code}/help`);
						}}
					/>
				) : (
					<Door
						title="You run it"
						fields={["Join code", "Instructor key"]}
						given={[typed]}
						action="Come in"
						enter={async ([code = "", key = ""]) => {
							const pass = await enterWithKey(code, key);
							router.replace(`/workshop/${pass.code}${place === "projector" ? "/projector" : ""}`);
						}}
					/>
				)}
			</main>
		</div>
	);
}
