import { GLOBAL_NAME } from "./core/context";
import { needsAsyncContext } from "./detect";
import { installAsyncContext } from "./node/install";

/*
 * The file that every process of a WebContainer loads first. It gives what `require("async_hooks")` gives after it (the
 * build adds that line): where the host keeps its context by itself, the host's own module, untouched.
 */
if (!(GLOBAL_NAME in globalThis) && needsAsyncContext()) installAsyncContext();
