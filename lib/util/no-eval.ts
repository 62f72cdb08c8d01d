import { config } from "zod/v4/core";

// The pages' Content-Security-Policy lets nobody make code out of text. Zod would try whether it may, and the browser
// would report that.
config({ jitless: true });
