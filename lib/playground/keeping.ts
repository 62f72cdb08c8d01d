import { createKeeping, type Keeping } from "@/lib/keeping/keeping";
import { openProgressLog } from "@/lib/progress/log";
import { indexedDbStorage } from "@/lib/workspace/storage";

let shared: Keeping | null = null;

/** The one that watches over this browser. Browser only. */
export function keeping(): Keeping {
	shared ??= createKeeping({
		memory: readLocalStorage(),
		storage: navigator.storage,
		async look() {
			const [keys, client] = await Promise.all([indexedDbStorage().keys(), openProgressLog().clientId()]);
			return { lessons: keys.filter((key) => !key.includes("#")), client };
		},
		now: Date.now,
	});
	return shared;
}

function readLocalStorage(): Storage | null {
	try {
		return localStorage;
	} catch {
		return null;
	}
}
