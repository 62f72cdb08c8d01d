import { create } from "qrcode";
import { useMemo } from "react";

/** Modules of light around the code, as readers need it (ISO/IEC 18004: 4). */
const QUIET = 4;

/** `text` as a QR code: dark on light in every theme, since not every reader takes it the other way round. */
export function Qr({ text, label, className }: { text: string; label: string; className?: string }) {
	const { path, size } = useMemo(() => draw(text), [text]);
	const whole = size + 2 * QUIET;
	return (
		<svg
			role="img"
			aria-label={label}
			viewBox={`${-QUIET} ${-QUIET} ${whole} ${whole}`}
			shapeRendering="crispEdges"
			className={className}
		>
			<rect x={-QUIET} y={-QUIET} width={whole} height={whole} fill="#ffffff" />
			<path d={path} fill="#000000" />
		</svg>
	);
}

/** The dark modules as one path, a rectangle for each run in a row. */
function draw(text: string): { path: string; size: number } {
	const { modules } = create(text, { errorCorrectionLevel: "M" });
	const { size } = modules;
	const parts: string[] = [];
	for (let row = 0; row < size; row += 1) {
		for (let column = 0; column < size; column += 1) {
			let run = 0;
			while (column + run < size && modules.get(row, column + run)) run += 1;
			if (run === 0) continue;
			parts.push(`M${column} ${row}h${run}v1h-${run}z`);
			column += run;
		}
	}
	return { path: parts.join(""), size };
}
