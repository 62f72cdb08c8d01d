import { generate } from "./generate/run";
import { ROOT } from "./root";

await generate(ROOT, { force: process.argv.includes("--force") });
