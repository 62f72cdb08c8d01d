"use client";

import { Send } from "lucide-react";
import { type FormEvent, type ReactNode, useEffect, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { headerOf } from "@/lib/inspector/exchange";
import type { Entry } from "@/lib/inspector/inspector";
import { editableOf, FOREIGN_ORIGIN, type Tampering, untampered } from "@/lib/inspector/replay";
import type { Playground } from "@/lib/playground/types";

const INPUT =
	"w-full min-w-0 rounded-md border border-border bg-surface px-2 py-1 font-mono text-xs focus-visible:border-accent";

/** Sends a call again, as it was or changed, without any of a browser's rules. */
export function ReplayForm({ entry: { exchange }, playground }: { entry: Entry; playground: Playground }) {
	const [tampering, setTampering] = useState<Tampering>(() => untampered(exchange));
	const [body, setBody] = useState<Tampering["body"]>(null);
	const [edited, setEdited] = useState(false);
	const [state, setState] = useState<{ busy: boolean; trouble: string | null }>({
		busy: false,
		trouble: null,
	});
	useEffect(() => {
		let current = true;
		editableOf(exchange).then(
			(editable) => current && setBody(editable),
			() => {},
		);
		return () => {
			current = false;
		};
	}, [exchange]);
	const change = (part: Partial<Tampering>) => setTampering((before) => ({ ...before, ...part }));
	const edit = (next: Tampering["body"]) => {
		setBody(next);
		setEdited(true);
	};
	const send = async (event: FormEvent) => {
		event.preventDefault();
		setState({ busy: true, trouble: null });
		try {
			await playground.inspector.replay(exchange.id, { ...tampering, body: edited ? body : null });
		} catch (error) {
			setState({ busy: false, trouble: error instanceof Error ? error.message : String(error) });
		}
	};
	return (
		<form
			aria-label="Send again"
			onSubmit={(event) => void send(event)}
			className="mb-4 grid animate-rise gap-3 rounded-md border border-border bg-bg p-3"
		>
			{body && tampering.method === "POST" && <BodyFields body={body} onEdit={edit} />}
			<Cookies
				value={tampering.cookie}
				known={knownCookies(playground)}
				onChange={(cookie) => change({ cookie })}
			/>
			<div className="grid grid-cols-2 gap-3">
				<Labelled label="Origin">
					{(id) => (
						<select
							id={id}
							className={INPUT}
							value={tampering.origin}
							onChange={(event) => change({ origin: event.target.value as Tampering["origin"] })}
						>
							<option value="same">of the app</option>
							<option value="foreign">{FOREIGN_ORIGIN}</option>
							<option value="none">none</option>
						</select>
					)}
				</Labelled>
				<Labelled label="Method">
					{(id) => (
						<select
							id={id}
							className={INPUT}
							value={tampering.method}
							onChange={(event) => change({ method: event.target.value as Tampering["method"] })}
						>
							<option>POST</option>
							<option>GET</option>
						</select>
					)}
				</Labelled>
			</div>
			{state.trouble && (
				<p role="alert" className="text-[0.8125rem] text-fail">
					{state.trouble}
				</p>
			)}
			<Button type="submit" size="sm" variant="primary" disabled={state.busy} className="justify-self-start">
				{state.busy ? <Spinner /> : <Send aria-hidden="true" />}
				Send
			</Button>
		</form>
	);
}

function BodyFields({
	body,
	onEdit,
}: {
	body: NonNullable<Tampering["body"]>;
	onEdit: (body: Tampering["body"]) => void;
}) {
	if ("text" in body) {
		return (
			<Labelled label="Body (the list of arguments)">
				{(id) => (
					<textarea
						id={id}
						rows={3}
						spellCheck={false}
						className={INPUT}
						value={body.text}
						onChange={(event) => onEdit({ text: event.target.value })}
					/>
				)}
			</Labelled>
		);
	}
	const fields = body.fields.map((field, index) => ({ field, index }));
	// `0`, `1` … hold the list of arguments and what it refers to; `_1_` says that a field is of the form in part 1.
	const isReacts = (name: string) => /\$ACTION_|^\d+$/.test(name);
	const ownName = (name: string) => name.replace(/^_\d+_/, "");
	const inputs = (of: typeof fields) =>
		of.map(({ field, index }) => (
			<Labelled key={index} label={isReacts(field.name) ? field.name : ownName(field.name)}>
				{(id) =>
					field.text === null ? (
						<p id={id} className="text-ink-muted text-xs">
							A file; sent as it was.
						</p>
					) : (
						<input
							id={id}
							className={INPUT}
							spellCheck={false}
							value={field.text}
							onChange={(event) =>
								onEdit({
									fields: body.fields.map((other, at) =>
										at === index ? { ...other, text: event.target.value } : other,
									),
								})
							}
						/>
					)
				}
			</Labelled>
		));
	const reacts = fields.filter(({ field }) => isReacts(field.name));
	return (
		<fieldset className="grid gap-2">
			<legend className="eyebrow mb-1">Fields</legend>
			{inputs(fields.filter(({ field }) => !isReacts(field.name)))}
			{reacts.length > 0 && (
				<details open={reacts.length === fields.length}>
					<summary className="cursor-pointer rounded-sm text-ink-muted text-xs">
						{reacts.length} more of React’s own
					</summary>
					<div className="mt-2 grid gap-2">{inputs(reacts)}</div>
				</details>
			)}
		</fieldset>
	);
}

function Cookies({
	value,
	known,
	onChange,
}: {
	value: string;
	known: { words: string; cookie: string }[];
	onChange: (cookie: string) => void;
}) {
	return (
		<Labelled label="Cookie">
			{(id) => (
				<div className="grid gap-1">
					<input
						id={id}
						className={INPUT}
						spellCheck={false}
						placeholder="none"
						value={value}
						onChange={(event) => onChange(event.target.value)}
					/>
					<div className="flex flex-wrap gap-1">
						<Button size="sm" variant="quiet" onClick={() => onChange("")}>
							Without cookies
						</Button>
						{known.map(({ words, cookie }) => (
							<Button key={cookie} size="sm" variant="quiet" onClick={() => onChange(cookie)}>
								{words}
							</Button>
						))}
					</div>
				</div>
			)}
		</Labelled>
	);
}

/** The newest cookies of each browser: to send a call as somebody else. */
function knownCookies({ inspector }: Playground): { words: string; cookie: string }[] {
	const { entries } = inspector.store.getState();
	const newest = (sender: "preview" | "second-browser") =>
		entries
			.filter((entry) => entry.sender === sender)
			.map(({ exchange }) => headerOf(exchange.requestHeaders, "cookie"))
			.findLast((cookie) => cookie !== null);
	const first = newest("preview");
	const second = newest("second-browser");
	return [
		...(first ? [{ words: "As the preview", cookie: first }] : []),
		...(second ? [{ words: "As the second browser", cookie: second }] : []),
	];
}

function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
	const id = useId();
	return (
		<div className="min-w-0">
			<label htmlFor={id} className="mb-0.5 block truncate text-ink-muted text-xs">
				{label}
			</label>
			{children(id)}
		</div>
	);
}
