import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Mark } from "@/components/ui/mark";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { type CoverageRow, totalsOf } from "@/lib/lessons/coverage";
import { SYLLABUS } from "@/lib/lessons/syllabus";

/** For authors: which point of the syllabus is taught, done, proved and asked, and where. */
export function CoverageTable({ rows }: { rows: CoverageRow[] }) {
	const { points, covered, asked } = totalsOf(rows);
	return (
		<div className="mx-auto max-w-5xl px-5 pb-16 sm:px-8">
			<header className="flex h-16 items-center gap-2.5">
				<Link href="/" aria-label="Lesson map" className="rounded-md">
					<Mark className="size-7" />
				</Link>
				<span className="font-semibold text-sm tracking-tight">Server Actions Playground</span>
				<span className="ml-auto">
					<ThemeToggle />
				</span>
			</header>
			<main>
				<h1 className="mt-6 font-semibold text-2xl tracking-tight">Coverage of the syllabus</h1>
				<p className="mt-2 max-w-prose text-ink-muted text-sm leading-relaxed">
					{covered} of {points} points are taught by a lesson and done in a check or proved by a claim;{" "}
					{asked} have a question. <code className="text-xs">npm run lessons -- coverage</code> prints the
					same.
				</p>
				{SYLLABUS.map(({ letter, title, points: own }) => (
					<section key={letter} aria-labelledby={`area-${letter}`} className="mt-10">
						<h2 id={`area-${letter}`} className="font-semibold text-lg tracking-tight">
							{letter}. {title}
						</h2>
						<section
							aria-label={`Points of ${title}`}
							// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
							tabIndex={0}
							className="mt-3 overflow-x-auto rounded-xl border border-border bg-surface shadow-raised"
						>
							<table className="w-full min-w-[44rem] text-left text-[0.8125rem]">
								<thead>
									<tr className="border-border border-b text-ink-muted text-xs">
										<th scope="col" className="px-4 py-2 font-medium">
											Point
										</th>
										<th scope="col" className="px-3 py-2 font-medium">
											Lessons
										</th>
										{["Checks", "Claims", "Questions"].map((head) => (
											<th key={head} scope="col" className="px-3 py-2 text-right font-medium">
												{head}
											</th>
										))}
									</tr>
								</thead>
								<tbody className="divide-y divide-border">
									{own.map(({ id }) => (
										<Row key={id} row={rows.find((row) => row.id === id)} />
									))}
								</tbody>
							</table>
						</section>
					</section>
				))}
			</main>
		</div>
	);
}

function Row({ row }: { row: CoverageRow | undefined }) {
	if (!row) return null;
	const { id, title, lessons, checks, claims, questions, gap } = row;
	return (
		<tr className="align-top">
			<th scope="row" className="w-[40%] px-4 py-2.5 font-normal">
				<span className="mr-2 font-mono text-ink-muted text-xs">{id}</span>
				{title}
				{gap !== "" && (
					<span className="mt-1 block">
						<Badge tone="warn">{gap}</Badge>
					</span>
				)}
			</th>
			<td className="px-3 py-2.5">
				{lessons.map((slug) => (
					<Link
						key={slug}
						href={`/lessons/${slug}`}
						className="block text-accent underline-offset-2 hover:underline"
					>
						{slug}
					</Link>
				))}
			</td>
			<Count ids={checks} />
			<Count ids={claims} />
			<Count ids={questions} />
		</tr>
	);
}

/** How many there are; which ones opens below. */
function Count({ ids }: { ids: string[] }) {
	return (
		<td className="px-3 py-2.5 text-right tabular-nums">
			{ids.length === 0 ? (
				<span className="text-ink-muted">0</span>
			) : (
				<details>
					<summary className="cursor-pointer list-none underline decoration-border-strong decoration-dotted underline-offset-4">
						{ids.length}
					</summary>
					<ul className="mt-1 text-left font-mono text-ink-muted text-xs">
						{ids.map((id) => (
							<li key={id} className="break-all">
								{id}
							</li>
						))}
					</ul>
				</details>
			)}
		</td>
	);
}
