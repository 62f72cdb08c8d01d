import { syncBuiltinESMExports } from "node:module";
import { type AsyncContext, createAsyncContext } from "../core/context";
import { HostResource, replaceAsyncHooks } from "./async-hooks";
import { instrumentCallbacks } from "./callbacks";
import { Origins } from "./emitters";
import { instrumentHttp } from "./http";
import { instrumentProcesses } from "./processes";
import { instrumentNodeScheduling } from "./scheduling";
import { instrumentSockets } from "./sockets";
import { instrumentStreams } from "./streams";

/** Gives this Node.js process an async context of ours, in the place of its own. To be called before anything else. */
export function installAsyncContext(): AsyncContext {
	const context = createAsyncContext({ global: globalThis, HostResource });
	const origins = new Origins(context.slot);
	replaceAsyncHooks(context);
	instrumentNodeScheduling(context.slot);
	instrumentCallbacks(context.slot);
	instrumentSockets(origins);
	instrumentHttp(origins);
	instrumentProcesses(origins);
	instrumentStreams(origins);
	// ES modules see a copy of what built-in modules export.
	syncBuiltinESMExports();
	return context;
}
