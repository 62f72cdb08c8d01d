import { LIMITS } from "./contract";

const FIRST = [
	"Amber",
	"Azure",
	"Brave",
	"Bright",
	"Calm",
	"Clever",
	"Copper",
	"Coral",
	"Crimson",
	"Eager",
	"Gentle",
	"Golden",
	"Jade",
	"Keen",
	"Lively",
	"Lucky",
	"Merry",
	"Mossy",
	"Nimble",
	"Olive",
	"Patient",
	"Quick",
	"Quiet",
	"Ruby",
	"Silver",
	"Smart",
	"Sunny",
	"Swift",
	"Violet",
	"Witty",
];
const SECOND = [
	"Badger",
	"Beaver",
	"Bison",
	"Crane",
	"Dolphin",
	"Eagle",
	"Falcon",
	"Ferret",
	"Finch",
	"Fox",
	"Gecko",
	"Heron",
	"Ibex",
	"Kiwi",
	"Koala",
	"Lemur",
	"Lynx",
	"Marten",
	"Newt",
	"Otter",
	"Owl",
	"Panda",
	"Puffin",
	"Raven",
	"Robin",
	"Seal",
	"Stork",
	"Swan",
	"Tapir",
	"Walrus",
];

/** A name for somebody who gave none. `random` gives numbers from 0 up to 1. */
export function pseudonym(random: () => number = Math.random): string {
	const pick = (words: string[]) => words[Math.floor(random() * words.length)]!;
	return `${pick(FIRST)} ${pick(SECOND)}`;
}

/** As it can be shown: one line, no control or direction signs. Empty when nothing is left of it. */
export function tidyName(name: string): string {
	return name
		.normalize("NFC")
		.replace(/\s+/gu, " ")
		.replace(/[\p{C}]/gu, "")
		.trim();
}

/** The name, with a number where it is taken. Small and capital letters make no difference. */
export function uniqueName(name: string, taken: Iterable<string>): string {
	const known = new Set([...taken].map((one) => one.toLowerCase()));
	for (let number = 1; ; number++) {
		const suffix = number === 1 ? "" : ` ${number}`;
		const tried = `${name.slice(0, LIMITS.name - suffix.length).trim()}${suffix}`;
		if (!known.has(tried.toLowerCase())) return tried;
	}
}
