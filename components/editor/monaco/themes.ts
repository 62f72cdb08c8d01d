import type { Monaco } from "./load";

export const THEMES = { light: "playground-light", dark: "playground-dark" } as const;

/** Monaco takes colours as hex only, so these repeat the tokens of app/globals.css. */
export function defineThemes(monaco: Monaco): void {
	monaco.editor.defineTheme(THEMES.light, {
		base: "vs",
		inherit: true,
		rules: [
			{ token: "comment", foreground: "5f6b57" },
			{ token: "keyword", foreground: "2a45c2" },
			{ token: "string", foreground: "8a3b12" },
			{ token: "number", foreground: "13693f" },
			{ token: "type.identifier", foreground: "0f6472" },
		],
		colors: {
			"editor.background": "#fffefb",
			"editor.foreground": "#1a1b1e",
			"editorLineNumber.foreground": "#6b6b72",
			"editorLineNumber.activeForeground": "#1a1b1e",
			"editor.lineHighlightBackground": "#f6f5f1",
			"editor.lineHighlightBorder": "#00000000",
			"editorGutter.background": "#fffefb",
			"editorWidget.background": "#fffefb",
			"editorWidget.border": "#dfdcd3",
			"editorIndentGuide.background1": "#eeece6",
			focusBorder: "#2a45c2",
		},
	});
	monaco.editor.defineTheme(THEMES.dark, {
		base: "vs-dark",
		inherit: true,
		rules: [
			{ token: "comment", foreground: "8f9b86" },
			{ token: "keyword", foreground: "9db0ff" },
			{ token: "string", foreground: "e8a87c" },
			{ token: "number", foreground: "63d098" },
			{ token: "type.identifier", foreground: "7cc7d4" },
		],
		colors: {
			"editor.background": "#17191d",
			"editor.foreground": "#eceae5",
			"editorLineNumber.foreground": "#8b929d",
			"editorLineNumber.activeForeground": "#eceae5",
			"editor.lineHighlightBackground": "#1c1f24",
			"editor.lineHighlightBorder": "#00000000",
			"editorGutter.background": "#17191d",
			"editorWidget.background": "#21242a",
			"editorWidget.border": "#2d3138",
			"editorIndentGuide.background1": "#21242a",
			focusBorder: "#9db0ff",
		},
	});
}
