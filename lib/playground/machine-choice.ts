import type { MachineKind } from "@/lib/sandbox/machine";
import { missingOn, type Need } from "@/lib/sandbox/machine-needs";
import { MACHINE_KINDS, type MachinePolicy } from "@/lib/sandbox/machine-policy";

export const MACHINE_CHOICES = ["auto", ...MACHINE_KINDS] as const;

/** Which machine a person asks for. */
export type MachineChoice = (typeof MACHINE_CHOICES)[number];

const NAMES: Record<MachineKind, string> = {
	local: "This computer",
	webcontainer: "This browser",
};

/** For people, as in "A real Next.js app runs on this computer". Browser only. */
export function machineName(kind: MachineKind): string {
	// A page from another computer of the network is a workshop's: the apps are there, not here.
	if (kind === "local" && !isLoopback(location.hostname)) return "The instructor’s computer";
	return NAMES[kind];
}

/**
 * The choice in an address (`?machine=local`), or `null` where it makes none. What is no machine makes none either: the
 * parameter may be anybody's.
 */
export function machineFromUrl(url: string): MachineChoice | null {
	if (!URL.canParse(url)) return null;
	return parseChoice(new URL(url).searchParams.get("machine"));
}

/** A choice from outside (an address, a browser's storage), or `null`. */
export function parseChoice(text: string | null): MachineChoice | null {
	return MACHINE_CHOICES.find((choice) => choice === text) ?? null;
}

/** What decides which machine is tried first. */
export interface MachineSituation {
	policy: MachinePolicy;
	choice: MachineChoice;
	/** Of the page: `location.hostname`. */
	hostname: string;
	/** Of the lesson. */
	needs?: readonly Need[];
}

/**
 * The machines to try, the first one first: the one that was asked for, then the others that are offered. Without a
 * wish: on the learner's own computer that computer, elsewhere the browser. Those that lack what the lesson needs come
 * last: on them it runs in part.
 */
export function machineOrder({ policy, choice, hostname, needs = [] }: MachineSituation): MachineKind[] {
	const own = !policy.hosted && isLoopback(hostname);
	const wished = choice === "auto" ? (own ? "local" : "webcontainer") : choice;
	const all = [wished, ...MACHINE_KINDS.filter((kind) => kind !== wished)];
	const offered = all.filter((kind) => policy.offered.includes(kind));
	const lacks = (kind: MachineKind) => missingOn(kind, needs).length;
	return offered.sort((a, b) => Number(lacks(a) > 0) - Number(lacks(b) > 0));
}

/** `localhost`, a name below it, 127.0.0.0/8 or [::1]: the page comes from the computer that it is read on. */
export function isLoopback(hostname: string): boolean {
	return /^(?:(?:[a-z0-9-]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i.test(hostname);
}
