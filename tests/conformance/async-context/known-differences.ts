/**
 * The cases in which our async context, on a host that loses its own, does not see what Node.js 20 sees; with the harm
 * that it can do. A case that is listed must differ, and one that differs must be listed.
 */
export const KNOWN_DIFFERENCES: Record<string, string> = {
	"exit: enterWith inside":
		"None known. `exit` is `run(undefined)`, as in Node.js 24: what is entered inside ends with it. Node.js 20 lets it out.",
	"disable: an old context after a new run":
		"None known. After `disable()` an old context stays empty, as documented; in Node.js 20 a later `run` brings it back.",
	"options: name and defaultValue":
		"None. `defaultValue` works as in Node.js 24; Node.js 20 does not know it.",
	"createHook: hears of a timer":
		"Debugging tools that draw the graph of asynchronous calls stay silent. React's development build makes do without.",
	"new Promise: resolved with a thenable":
		"A thenable of one's own that reads a store inside its `then` sees none when it is given to `resolve` of a `new Promise`. Awaited, returned or given to `Promise.resolve` it does.",
	"unhandledRejection: context of the listener":
		"A global error reporter that reads the request from a store sees none for promises that nobody handles.",
	"what an async function is":
		"Code that asks whether a function is async (`fn.constructor.name`) is told no. Next.js asks at compile time, before lowering.",
	"eval: an await in code made at run time":
		"Code made by `eval` or `new Function` at run time was never lowered: after its own `await` there is no store. webpack's `eval` modules are lowered before.",
	"new Function: an await in code made at run time": "As with `eval`.",
	"MessagePort: onmessage":
		"A handler of a message port runs without a store instead of the one in which the port was made. Workers' own events have theirs.",
	"classes: instanceof, subclass, constructor, name":
		"The `constructor` of a stream that `tee()` gives is the host's class. A stream made with it does not bind its callbacks.",
	"http server: enterWith in a handler is not seen by the next request":
		"None: ours is the stricter. In Node.js 20 `enterWith` in a handler leaks into the next request of the same connection.",
};
