"use client";

import { quizQuestions } from "@generated/quiz";
import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { saveFile } from "@/components/ui/save-file";
import { toast } from "@/components/ui/toaster";
import { ankiText } from "@/lib/quiz/anki";
import { loadQuestions } from "./use-questions";

/** Every question as a text file that Anki imports. */
export function AnkiExport() {
	const save = async () => {
		try {
			const questions = await loadQuestions(quizQuestions.map(({ id }) => id));
			saveFile("server-actions-anki.txt", "text/plain", ankiText([...questions.values()]));
		} catch {
			toast.error("No file was made", {
				description: "The questions could not be loaded. Is the playground still running?",
			});
		}
	};
	return (
		<Button onClick={save}>
			<Download aria-hidden="true" />
			Cards for Anki
		</Button>
	);
}
