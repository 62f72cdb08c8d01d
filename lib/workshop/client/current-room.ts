import { createStore } from "zustand/vanilla";
import type { LearnerRoom } from "./learner-room";

/** The room of this page, once its code is loaded; `null` where this browser is in none. Filled by `followMembership`. */
export const currentRoom = createStore<LearnerRoom | null>(() => null);
