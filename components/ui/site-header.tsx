import Link from "next/link";
import { cx } from "./cx";
import { Mark } from "./mark";
import { ThemeToggle } from "./theme-toggle";

const PLACES = [
	{ href: "/", words: "Lessons" },
	{ href: "/quiz", words: "Questions" },
	{ href: "/review", words: "Review" },
	{ href: "/mock", words: "Mock interview" },
	{ href: "/workshop", words: "Workshop" },
] as const;

export type Place = (typeof PLACES)[number]["href"];

/** The top of every page that is no lesson: where one is, and where else to go. */
export function SiteHeader({ current }: { current: Place | null }) {
	return (
		<header className="flex flex-wrap items-center gap-x-6 gap-y-1 py-3.5 print:hidden">
			<Link href="/" className="flex items-center gap-2.5 rounded-md">
				<Mark className="size-7" />
				<span className="font-semibold text-sm tracking-tight">Server Actions Playground</span>
			</Link>
			<span className="ml-auto sm:order-last sm:ml-0">
				<ThemeToggle />
			</span>
			<nav aria-label="Main" className="-mx-2.5 flex max-w-full overflow-x-auto max-sm:w-full sm:ml-auto">
				{PLACES.map(({ href, words }) => (
					<Link
						key={href}
						href={href}
						aria-current={href === current ? "page" : undefined}
						className={cx(
							"whitespace-nowrap rounded-md px-2.5 py-1.5 text-sm transition-colors hover:bg-surface-2 hover:text-ink focus-visible:-outline-offset-2",
							href === current ? "font-medium text-ink" : "text-ink-muted",
						)}
					>
						{words}
					</Link>
				))}
			</nav>
		</header>
	);
}
