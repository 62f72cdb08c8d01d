import { startBridge } from "./start";

startBridge(window);
