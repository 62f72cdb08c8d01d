import { createAsyncFunctionDriver } from "./async-function";
import { portableHost } from "./portable-host";

/** The same for files without async generators and `for await`, which are most. */
export default { async: createAsyncFunctionDriver(portableHost) };
