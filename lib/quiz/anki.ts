import type { ShownQuestion } from "./types";

/**
 * The questions as a text file that Anki imports: tab-separated, HTML, front · back · tags, with the headers of
 * https://docs.ankiweb.net/importing/text-files.html.
 */
export function ankiText(questions: readonly ShownQuestion[]): string {
	const rows = questions
		.filter(({ kind }) => kind !== "fixTheCode")
		.map((question) => [front(question), back(question), tags(question)].map(cell).join("\t"));
	return `#separator:tab\n#html:true\n#columns:Front\tBack\tTags\n#tags column:3\n${rows.join("\n")}\n`;
}

function front(question: ShownQuestion): string {
	const parts = [rich(question.ask)];
	if (question.code)
		parts.push(`<pre>${escapeHtml(question.code.lines.map(({ text }) => text).join("\n"))}</pre>`);
	if ("options" in question) parts.push(list(question.options.map(({ text }) => rich(text))));
	if ("statements" in question) parts.push(list(question.statements.map(({ text }) => rich(text))));
	if ("steps" in question) parts.push(list([...question.steps].map(({ text }) => rich(text)).sort()));
	return parts.join("");
}

function back(question: ShownQuestion): string {
	const note = question.note === null ? "" : `<p>${rich(question.note)}</p>`;
	switch (question.kind) {
		case "single":
		case "multiple":
		case "predictOutput":
			return keyed(question.options) + note;
		case "trueFalseGrid":
			return (
				list(
					question.statements.map(
						({ text, isTrue, why }) => `<b>${isTrue ? "True" : "False"}:</b> ${rich(text)} (${rich(why)})`,
					),
				) + note
			);
		case "order":
			return `<ol>${question.steps.map(({ text, why }) => `<li>${rich(text)} (${rich(why)})</li>`).join("")}</ol>${note}`;
		case "spotBug":
			return `<p>Line ${question.bugLines.join(" or ")}: ${rich(question.bugWhy)}</p>${keyed(question.reasons)}${note}`;
		case "shortAnswer":
			return (
				question.reference
					.split(/\n\s*\n/)
					.map((paragraph) => `<p>${rich(paragraph)}</p>`)
					.join("") +
				question.followUps
					.map(({ ask, reference }) => `<p><b>${rich(ask)}</b><br>${rich(reference)}</p>`)
					.join("") +
				note
			);
		case "fixTheCode":
			return `<p>${rich(question.why)}</p>${note}`;
	}
}

function keyed(options: readonly { text: string; correct?: true; why: string }[]): string {
	return list(
		options.filter(({ correct }) => correct).map(({ text, why }) => `<b>${rich(text)}</b>: ${rich(why)}`),
	);
}

function list(items: readonly string[]): string {
	return `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
}

function tags({ points, level, part }: ShownQuestion): string {
	return [
		"server-actions",
		`part::${part}`,
		`level::${level}`,
		...points.map((point) => `point::${point}`),
	].join(" ");
}

/** Text with `code` in backticks, as HTML. */
function rich(text: string): string {
	return escapeHtml(text).replace(/`([^`]+)`/g, "<code>$1</code>");
}

function escapeHtml(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}

/** One cell: a tab or a line break would start another. */
function cell(html: string): string {
	return html.replaceAll("\t", "  ").replace(/\r?\n/g, "<br>");
}
