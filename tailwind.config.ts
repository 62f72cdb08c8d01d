import type { Config } from "tailwindcss";

/** Every colour is a token of app/globals.css, so that light and dark differ there and nowhere else. */
export default {
	darkMode: ["class", '[data-theme="dark"]'],
	theme: {
		extend: {
			colors: {
				bg: "var(--bg)",
				surface: "var(--surface)",
				"surface-2": "var(--surface-2)",
				border: "var(--border)",
				"border-strong": "var(--border-strong)",
				ink: "var(--ink)",
				"ink-muted": "var(--ink-muted)",
				accent: "var(--accent)",
				"accent-ink": "var(--accent-ink)",
				pass: "var(--pass)",
				fail: "var(--fail)",
				blocked: "var(--blocked)",
				broken: "var(--broken)",
				warn: "var(--warn)",
			},
			fontFamily: {
				sans: ["var(--font-inter)", "ui-sans-serif", "system-ui", "sans-serif"],
				mono: ["var(--font-geist-mono)", "ui-monospace", "monospace"],
			},
			borderRadius: { sm: "4px", md: "6px", lg: "10px", xl: "14px" },
			boxShadow: {
				raised: "var(--shadow-raised)",
				floating: "var(--shadow-floating)",
			},
		},
	},
} satisfies Config;
