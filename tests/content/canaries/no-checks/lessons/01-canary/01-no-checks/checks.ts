import { defineChecks } from "@/lib/checks";

export default defineChecks([]);
