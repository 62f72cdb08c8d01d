import { createStore, type StoreApi } from "zustand/vanilla";
import type { MachineKind } from "@/lib/sandbox/machine";
import type { Need } from "@/lib/sandbox/machine-needs";
import type { MachinePolicy } from "@/lib/sandbox/machine-policy";
import { type MachineChoice, machineFromUrl, machineOrder, parseChoice } from "./machine-choice";

export interface MachinePicking {
	choice: MachineChoice;
	/** Offered by the site; with fewer than two there is nothing to choose. */
	offered: MachineKind[];
	/** What is tried, in order. */
	order: MachineKind[];
	/** What the lesson needs and not every machine has. */
	needs: readonly Need[];
	/** What would be tried first, if the lesson did not need what it lacks; else `null`. */
	avoided: MachineKind | null;
	/** What `auto` would try first, or `null` where nothing is offered. */
	automatic: MachineKind | null;
}

/** Which machine this browser shall use. */
export interface MachinePicker {
	store: StoreApi<MachinePicking>;
	/** A person's wish: kept for this browser's later visits, and stronger than the page's address from now on. */
	choose(choice: MachineChoice): void;
	/** Follows `?machine=` of an address, if it has one, without keeping it. */
	follow(url: string): void;
	/** What the lesson on the page needs from now on. */
	need(needs: readonly Need[]): void;
}

export interface PickerOptions {
	policy: MachinePolicy;
	/** Of the page. */
	url: string;
	storage: Pick<Storage, "getItem" | "setItem">;
	/** Takes `?machine=` out of the page's address. */
	clearUrl(): void;
	/** Told the order whenever somebody has chosen; it may be the same as before. */
	onOrder(order: MachineKind[]): void;
}

const KEY = "server-actions-playground.machine-choice";

export function createMachinePicker(options: PickerOptions): MachinePicker {
	const { policy, storage } = options;
	const { hostname } = new URL(options.url);
	const picking = (choice: MachineChoice, needs: readonly Need[] = []): MachinePicking => {
		const order = machineOrder({ policy, choice, hostname, needs });
		const [wished = null] = machineOrder({ policy, choice, hostname });
		return {
			choice,
			offered: policy.offered,
			order,
			needs,
			avoided: wished === order[0] ? null : wished,
			automatic: machineOrder({ policy, choice: "auto", hostname })[0] ?? null,
		};
	};
	const store = createStore(() => picking(machineFromUrl(options.url) ?? kept() ?? "auto"));

	/** A browser may keep nothing for this site; then the choice lasts as long as the page. */
	function kept(): MachineChoice | null {
		try {
			return parseChoice(storage.getItem(KEY));
		} catch {
			return null;
		}
	}

	function turnTo(choice: MachineChoice): void {
		const next = picking(choice, store.getState().needs);
		store.setState(next);
		options.onOrder(next.order);
	}

	return {
		store,
		choose(choice) {
			try {
				storage.setItem(KEY, choice);
			} catch {
				// See `kept`.
			}
			options.clearUrl();
			turnTo(choice);
		},
		follow(url) {
			const choice = machineFromUrl(url);
			if (choice !== null && choice !== store.getState().choice) turnTo(choice);
		},
		need(needs) {
			const before = store.getState();
			const next = picking(before.choice, needs);
			store.setState(next);
			// The same order again would start the sandbox anew for nothing.
			if (next.order.join() !== before.order.join()) options.onOrder(next.order);
		},
	};
}
