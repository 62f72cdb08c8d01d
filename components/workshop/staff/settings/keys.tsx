"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { CopyButton } from "@/components/ui/copy-button";
import { cx } from "@/components/ui/cx";
import { membershipKeeper } from "@/lib/workshop/client/membership";
import type { InstructorView } from "@/lib/workshop/contract";
import { many, spaced } from "../../words";
import { useDesk } from "../desk";

/** The helpers' code and the instructor's key, as far as this browser knows them, and new ones. */
export function Keys({ view }: { view: InstructorView }) {
	const { pass, send } = useDesk();
	const keeper = membershipKeeper();
	const place = keeper.find(pass.code, "instructor");
	const [helperCode, setHelperCode] = useState(place?.helperCode);
	const [shown, setShown] = useState(false);
	const helpers = Object.values(view.helpers);

	const rotateHelpers = async () => {
		const answer = await send({ type: "helper-code-rotate" });
		if (answer?.helperCode === undefined) return;
		setHelperCode(answer.helperCode);
		if (place) keeper.remember({ ...place, helperCode: answer.helperCode });
	};
	const rotateKey = async () => {
		const answer = await send({ type: "key-rotate" });
		if (answer?.instructorKey === undefined) return;
		// The page goes on with the new key at once: this browser's old one is void.
		if (place) keeper.remember({ ...place, secret: answer.instructorKey });
	};
	return (
		<dl className="grid gap-4 text-sm">
			<div className="grid gap-2">
				<dt className="font-medium">Code for helpers</dt>
				<dd className="flex flex-wrap items-center gap-2">
					{helperCode === undefined ? (
						<span className="text-ink-muted">Unknown to this browser</span>
					) : (
						<>
							<code className="tracking-wider">{spaced(helperCode)}</code>
							<CopyButton text={helperCode} label="Copy the code for helpers" />
						</>
					)}
					<Confirm
						title="Make a new code for helpers?"
						description="Helpers who came in with the old one are out, and need the new one."
						action="Make a new one"
						onConfirm={() => void rotateHelpers()}
					>
						<Button size="sm" variant="quiet">
							New code
						</Button>
					</Confirm>
				</dd>
				<dd className="text-ink-muted text-xs">
					They open{" "}
					<code className="break-all">{`${window.location.origin}/workshop/${pass.code}/help`}</code>
				</dd>
				<dd>
					{helpers.length === 0 ? (
						<span className="text-ink-muted text-xs">No helper has come in yet.</span>
					) : (
						<ul
							aria-label={many(helpers.length, "helper")}
							className="flex flex-wrap gap-x-3 gap-y-1 text-xs"
						>
							{helpers.map(({ name, connected }, index) => (
								<li key={index} className={cx("flex items-center gap-1.5", !connected && "text-ink-muted")}>
									<span
										aria-hidden="true"
										className={cx(
											"size-1.5 rounded-full",
											connected ? "bg-pass" : "border border-border-strong",
										)}
									/>
									{name}
									{!connected && " (away)"}
								</li>
							))}
						</ul>
					)}
				</dd>
			</div>
			<div className="grid gap-2">
				<dt className="font-medium">Your instructor key</dt>
				<dd className="flex flex-wrap items-center gap-2">
					<code className="break-all text-xs">{shown ? pass.secret : "•".repeat(16)}</code>
					<Button size="sm" variant="quiet" aria-pressed={shown} onClick={() => setShown(!shown)}>
						{shown ? "Hide" : "Show"}
					</Button>
					<CopyButton text={pass.secret} label="Copy the instructor key" />
					<Confirm
						title="Replace your instructor key?"
						description="The old key is void at once, on every computer. This browser goes on with the new one; keep it somewhere else too."
						action="Replace it"
						onConfirm={() => void rotateKey()}
					>
						<Button size="sm" variant="quiet">
							New key
						</Button>
					</Confirm>
				</dd>
			</div>
		</dl>
	);
}
