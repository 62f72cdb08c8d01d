import { cx } from "@/components/ui/cx";
import { spaced } from "./words";

/** A join code, large, in two halves. */
export function JoinCode({ code, className }: { code: string; className?: string }) {
	const [left, right] = spaced(code).split(" ");
	return (
		<p className={cx("whitespace-nowrap font-medium font-mono leading-none tracking-[0.06em]", className)}>
			<span className="sr-only">{[...code].join(" ")}</span>
			<span aria-hidden="true">
				{left}
				<span className="inline-block w-[0.35em]" />
				{right}
			</span>
		</p>
	);
}
