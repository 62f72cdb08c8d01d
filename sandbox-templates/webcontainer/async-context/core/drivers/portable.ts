import { createDrivers } from "./drivers";
import { portableHost } from "./portable-host";

/** The drivers that lowered files carry with them, for the browser and for hosts that keep their context themselves. */
export default createDrivers(portableHost);
