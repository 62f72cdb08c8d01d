import { coverage } from "@generated/coverage";
import type { Metadata } from "next";
import { CoverageTable } from "@/components/authors/coverage-table";

export const metadata: Metadata = { title: "Coverage of the syllabus", robots: { index: false } };

export default function CoveragePage() {
	return <CoverageTable rows={coverage} />;
}
