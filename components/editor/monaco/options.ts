import type { editor } from "monaco-editor";

const FONT_FAMILY = "var(--font-geist-mono, ui-monospace), ui-monospace, monospace";

const SHARED = {
	fontFamily: FONT_FAMILY,
	fontSize: 13,
	lineHeight: 20,
	fontLigatures: false,
	automaticLayout: true,
	scrollBeyondLastLine: false,
	minimap: { enabled: false },
	renderLineHighlightOnlyWhenFocus: true,
	overviewRulerBorder: false,
	accessibilitySupport: "auto",
	fixedOverflowWidgets: true,
} as const satisfies editor.IEditorOptions;

export const EDITOR_OPTIONS = {
	...SHARED,
	padding: { top: 10, bottom: 10 },
	lineNumbersMinChars: 3,
	folding: true,
	stickyScroll: { enabled: false },
	quickSuggestions: { strings: true, comments: false, other: true },
	wordBasedSuggestions: "off",
	scrollbar: { alwaysConsumeMouseWheel: false },
} as const satisfies editor.IStandaloneEditorConstructionOptions;

export const DIFF_OPTIONS = {
	...SHARED,
	readOnly: true,
	originalEditable: false,
	renderSideBySide: true,
	useInlineViewWhenSpaceIsLimited: true,
	renderSideBySideInlineBreakpoint: 720,
	renderOverviewRuler: false,
	hideUnchangedRegions: { enabled: true },
} as const satisfies editor.IStandaloneDiffEditorConstructionOptions;
