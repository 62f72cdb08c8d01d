"use client";

import { useEffect } from "react";
import { loadQuestions } from "@/components/quiz/use-questions";
import { progressKeeper } from "@/lib/progress/store";
import { grade } from "@/lib/quiz/grade";
import type { LearnerRoom } from "@/lib/workshop/client/learner-room";

/** Puts questions that were revealed in the room into this learner's review deck, each once. */
export function useReviewDeck(room: LearnerRoom): void {
	useEffect(() => {
		const written = new Set<string>();
		let seen: readonly string[] | null = null;
		const look = () => {
			const { view } = room.store.getState();
			if (view === null || view.asked === seen) return;
			seen = view.asked;
			for (const question of view.asked) {
				if (written.has(question)) continue;
				written.add(question);
				void write(room, question);
			}
		};
		look();
		return room.store.subscribe(look);
	}, [room]);
}

async function write(room: LearnerRoom, question: string): Promise<void> {
	const { code } = room.membership;
	const keeper = progressKeeper();
	if (keeper.store.getState().state === "loading") await keeper.load();
	const state = keeper.store.getState();
	const known =
		state.state !== "loading" &&
		state.quiz.some((event) => "room" in event && event.room === code && event.question === question);
	if (known) return;
	const poll = room.store.getState().view?.poll;
	const vote = poll?.question === question && poll.phase === "revealed" ? poll.vote : undefined;
	const shown = vote && (await loadQuestions([question])).get(question);
	if (!vote || !shown) return keeper.record({ type: "question-asked", question, room: code });
	return keeper.record({
		type: "question-answered",
		question,
		mode: "poll",
		room: code,
		outcome: grade(shown, vote),
		guessed: false,
		ms: 0,
		answer: vote,
	});
}
