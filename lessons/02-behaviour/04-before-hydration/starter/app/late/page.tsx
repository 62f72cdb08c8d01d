"use client";

import { useEffect, useRef, useState } from "react";

/** The page of this app in a frame, as it is on a slow connection: its HTML is there, its scripts are not. */
export default function LatePage() {
	const frame = useRef<HTMLIFrameElement>(null);
	const [address, setAddress] = useState<string>();
	const [shown, setShown] = useState(false);
	// Only now: this page must not miss that the frame is loaded.
	useEffect(() => setAddress("/?held"), []);

	/** Types and presses the button, as a person does who does not know that nothing is ready yet. */
	function beImpatient() {
		const page = frame.current?.contentDocument;
		for (const field of page?.querySelectorAll("input") ?? []) {
			if (field.type === "text") field.value = field.name === "name" ? "Impatient" : "a yellow glove";
		}
		const buttons = Array.from(page?.querySelectorAll("button") ?? []);
		buttons.find((button) => button.textContent === "Report")?.click();
	}

	/** Lets React hydrate what is in the frame. */
	function arrive() {
		const view = frame.current?.contentWindow as (Window & { scriptsArrived?: boolean }) | null | undefined;
		if (!view) return;
		view.scriptsArrived = true;
		view.dispatchEvent(new Event("scripts-arrive"));
	}

	function both() {
		beImpatient();
		arrive();
	}

	return (
		<>
			<p className="row">
				<button type="button" disabled={!shown} onClick={beImpatient}>
					Type and report
				</button>
				<button type="button" disabled={!shown} onClick={arrive}>
					Scripts arrive
				</button>
				<button type="button" disabled={!shown} onClick={both}>
					Both at once
				</button>
			</p>
			<iframe
				ref={frame}
				src={address}
				title="The page, before its scripts are there"
				onLoad={() => setShown(true)}
				style={{ width: "100%", height: "34rem", border: "1px dashed var(--line)" }}
			/>
		</>
	);
}
