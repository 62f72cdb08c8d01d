import { Rich } from "./rich";

const SHORT_ANSWER = [
	'A Server Action is an `async` function that runs on the server and that the browser may call. `"use server"` marks it: in its own body, or at the top of a file for everything the file exports.',
	"A form or an event handler calls it; Next.js makes the `POST`. There is no route to write and no `fetch`. As a form’s `action` it works before JavaScript has loaded.",
	"Its answer can bring the freshly rendered page along, in one round trip, when the action says what is out of date.",
	"It is a public endpoint. It checks what it is sent and who is asking, each time.",
];

const MISTAKES: { id: string; title: string; wrong: string; right: string }[] = [
	{
		id: "H1",
		title: "No validation",
		wrong:
			"Types end at the network. Whoever writes the request decides what is in it: other fields, other types, other arguments than those of the form, bound ones too.",
		right:
			"Parse with a schema before the first write, take the columns by name, and return the errors for each field.",
	},
	{
		id: "H2",
		title: "An action in a client file",
		wrong: 'A file with `"use client"` cannot hold an inline `"use server"` function; the build says so.',
		right:
			'Put the action into a file of its own with `"use server"` at the top and import it, or hand it down as a prop from a Server Component.',
	},
	{
		id: "H3",
		title: "Nothing revalidated",
		wrong:
			"The row is stored and the page still shows the old one. A `redirect` alone does not refresh cached data.",
		right:
			'After the write: `revalidatePath` for one page, `updateTag` when the author must see it at once, `revalidateTag(tag, "max")` when a moment’s delay is fine. Then `redirect`, outside `try`.',
	},
	{
		id: "H4",
		title: "An action as a public API",
		wrong:
			"An action has no address of its own: its id hangs on the build and its key, and only a `POST` from pages of the same build is sure to find it.",
		right: "Webhooks, mobile apps, cron jobs and partners get a Route Handler with a stable URL.",
	},
	{
		id: "H5",
		title: "A throw where an error should be returned",
		wrong:
			"The error boundary takes the place of the form and of what was typed. In production the message is withheld, and without JavaScript there is only a bare 500.",
		right:
			"Return what was to be expected (`{ errors }`) and show it at its field. Throw for what should never happen.",
	},
];

/** One page to print: the short answer and the five common mistakes. */
export function SummarySheet() {
	return (
		<div className="grid gap-7 print:gap-4 print:text-[10.5pt] print:leading-snug">
			<section aria-labelledby="short">
				<h2 id="short" className="mb-2 font-semibold text-lg tracking-tight">
					What are Server Actions?
				</h2>
				<ul className="grid list-disc gap-1.5 pl-5">
					{SHORT_ANSWER.map((text) => (
						<li key={text}>
							<Rich text={text} />
						</li>
					))}
				</ul>
			</section>
			<section aria-labelledby="mistakes">
				<h2 id="mistakes" className="mb-2 font-semibold text-lg tracking-tight">
					Five common mistakes
				</h2>
				<ol className="grid gap-3.5 print:gap-2.5">
					{MISTAKES.map(({ id, title, wrong, right }, index) => (
						<li key={id} className="break-inside-avoid border-border border-t pt-3 print:pt-2">
							<h3 className="font-medium">
								{index + 1}. {title}
							</h3>
							<p className="mt-0.5 text-ink-muted print:text-ink">
								<Rich text={wrong} />
							</p>
							<p className="mt-1">
								<span className="font-medium">Instead:</span> <Rich text={right} />
							</p>
						</li>
					))}
				</ol>
			</section>
		</div>
	);
}
