import type { Metadata } from "next";
import { PrintButton } from "@/components/quiz/print-button";
import { SummarySheet } from "@/components/quiz/summary-sheet";
import { SiteHeader } from "@/components/ui/site-header";

export const metadata: Metadata = {
	title: "Summary",
	description: "Server Actions in a short answer, and the five common mistakes, on one page.",
};

/** Not a page of questions: it can be read, and printed, without JavaScript. */
export default function SummaryPage() {
	return (
		<div className="mx-auto max-w-5xl px-5 sm:px-8 print:max-w-none print:px-0">
			<SiteHeader current={null} />
			<main className="mx-auto max-w-2xl pt-6 pb-24 sm:pt-10 print:max-w-none print:p-0">
				<div className="mb-7 flex flex-wrap items-center justify-between gap-4 print:mb-4">
					<h1 className="font-[640] text-3xl tracking-[-0.025em] print:text-xl">
						Server Actions on one page
					</h1>
					<PrintButton />
				</div>
				<SummarySheet />
			</main>
		</div>
	);
}
