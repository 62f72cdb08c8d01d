"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, TextInput } from "@/components/ui/field";
import type { StaffRole } from "@/lib/workshop/staff/enter";
import { enterAsHelper, enterWithKey } from "@/lib/workshop/staff/enter";

/** For a room made on another computer: its code and the instructor's key, or the helpers' code and a name. */
export function ComeBack({ onBack }: { onBack: (code: string, role: StaffRole) => void }) {
	return (
		<section aria-labelledby="come-back" className="grid gap-5">
			<div>
				<h2 id="come-back" className="font-semibold text-lg tracking-tight">
					A room from elsewhere
				</h2>
				<p className="text-ink-muted text-sm">Made on another computer, or you are here to help.</p>
			</div>
			<div className="grid items-start gap-4 md:grid-cols-2">
				<Door
					title="You run it"
					fields={["Join code", "Instructor key"]}
					action="Come back"
					enter={async ([code = "", key = ""]) => onBack((await enterWithKey(code, key)).code, "instructor")}
				/>
				<Door
					title="You help in it"
					fields={["Join code", "Helpers’ code", "Your name"]}
					action="Help"
					enter={async ([code = "", helperCode = "", name = ""]) =>
						onBack((await enterAsHelper(code, helperCode, name)).code, "helper")
					}
				/>
			</div>
		</section>
	);
}

/** A few fields and one button. `enter` may reject with a sentence for people. */
export function Door({
	title,
	fields,
	given = [],
	action,
	enter,
}: {
	title: string;
	fields: string[];
	/** What is known of them already. */
	given?: string[];
	action: string;
	enter: (values: string[]) => Promise<void>;
}) {
	const [values, setValues] = useState(() => fields.map((_, index) => given[index] ?? ""));
	const [problem, setProblem] = useState("");
	const [busy, setBusy] = useState(false);
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		if (busy) return;
		const empty = fields.find((_, index) => values[index]?.trim() === "");
		if (empty !== undefined) return setProblem(`“${empty}” is still empty.`);
		setBusy(true);
		setProblem("");
		try {
			await enter(values.map((value) => value.trim()));
		} catch (error) {
			setProblem(error instanceof Error ? error.message : String(error));
		}
		setBusy(false);
	};
	return (
		<form
			aria-label={title}
			onSubmit={(event) => void submit(event)}
			className="grid gap-4 rounded-xl border border-border bg-surface p-5 shadow-raised"
		>
			<h3 className="font-medium text-sm">{title}</h3>
			{fields.map((label, index) => (
				<Field key={label} label={label}>
					{(ids) => (
						<TextInput
							{...ids}
							value={values[index]}
							autoCapitalize={label === "Your name" ? "words" : "off"}
							spellCheck={false}
							className={label === "Your name" ? undefined : "font-mono"}
							onChange={({ target }) =>
								setValues((before) => before.map((value, at) => (at === index ? target.value : value)))
							}
						/>
					)}
				</Field>
			))}
			<div className="flex flex-wrap items-center gap-x-4 gap-y-2">
				<Button type="submit" aria-disabled={busy}>
					{action}
				</Button>
				<p role="alert" className="min-w-0 flex-1 text-fail text-sm">
					{problem}
				</p>
			</div>
		</form>
	);
}
