import * as z from "zod/mini";
import { type AgendaStep, agendaStepSchema, LIMITS } from "../contract";

/** A part of the lesson map, as what an agenda is put together from. */
export const agendaPartSchema = z.object({
	name: z.string(),
	title: z.string(),
	/** `minutes` are the lesson's own estimate. */
	lessons: z.array(agendaStepSchema),
});
export type AgendaPart = z.infer<typeof agendaPartSchema>;

export const MOST_STEPS = LIMITS.agenda;

/** The lesson's place on the agenda taken away, or the lesson put at its end. */
export function toggleStep(agenda: readonly AgendaStep[], step: AgendaStep): AgendaStep[] {
	return has(agenda, step) ? agenda.filter(({ lesson }) => lesson !== step.lesson) : [...agenda, step];
}

/** The lessons of `steps` that are not on the agenda yet put at its end; all taken away when all are on it. */
export function toggleSteps(agenda: readonly AgendaStep[], steps: readonly AgendaStep[]): AgendaStep[] {
	const missing = steps.filter((step) => !has(agenda, step));
	return missing.length > 0 ? [...agenda, ...missing] : agenda.filter((step) => !has(steps, step));
}

/** The step's minutes set, within what a room takes. */
export function withMinutes(agenda: readonly AgendaStep[], lesson: string, minutes: number): AgendaStep[] {
	const whole = Math.min(600, Math.max(1, Math.round(minutes) || 1));
	return agenda.map((step) => (step.lesson === lesson ? { ...step, minutes: whole } : step));
}

export function has(agenda: readonly AgendaStep[], { lesson }: Pick<AgendaStep, "lesson">): boolean {
	return agenda.some((step) => step.lesson === lesson);
}

/** What a room may begin with: `null`, or what is missing, for people. */
export function agendaProblem(agenda: readonly AgendaStep[]): string | null {
	if (agenda.length === 0) return "Choose at least one lesson.";
	if (agenda.length > MOST_STEPS) return `A room has room for ${MOST_STEPS} lessons; take some away.`;
	return null;
}
