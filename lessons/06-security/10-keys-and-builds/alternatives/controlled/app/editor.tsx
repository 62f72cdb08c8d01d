"use client";

import { unstable_isUnrecognizedActionError } from "next/navigation";
import { useState, useTransition } from "react";
import { saveStory } from "./actions";

export function Editor() {
	const [story, setStory] = useState("");
	const [isOld, setIsOld] = useState(false);
	const [isPending, startTransition] = useTransition();

	function save() {
		const formData = new FormData();
		formData.set("story", story);
		startTransition(async () => {
			try {
				await saveStory(formData);
				setStory("");
			} catch (error) {
				if (!unstable_isUnrecognizedActionError(error)) throw error;
				setIsOld(true);
			}
		});
	}

	return (
		<div className="card">
			<div className="field">
				<label htmlFor="story">Your story</label>
				<textarea id="story" value={story} onChange={(event) => setStory(event.target.value)} />
			</div>
			<button type="button" disabled={isPending} onClick={save}>
				Save
			</button>
			{isOld && <p role="alert">This page is out of date. Copy your text and reload.</p>}
		</div>
	);
}
