import { AsyncLocalStorage } from "node:async_hooks";

/** Does something asynchronous with contexts and gives what it saw, as a JSON value (`undefined` shows as "∅"). */
export type Case = () => unknown;
export type Cases = Record<string, Case>;

export const storage = () => new AsyncLocalStorage<unknown>();

/** A promise that settles in a later turn of the event loop. */
export const later = <T>(value?: T) =>
	new Promise<T | undefined>((resolve) => setTimeout(() => resolve(value), 1));

/** Calls `start` with a function for a callback, and waits for its first argument. */
export const callback = <T>(start: (done: (value: T) => void) => void) => new Promise<T>(start);
