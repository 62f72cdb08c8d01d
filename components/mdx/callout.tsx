import { History, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

const KINDS = {
	note: { Icon: Info, title: "Note" },
	warning: { Icon: TriangleAlert, title: "Watch out" },
	changed: { Icon: History, title: "Changed since" },
} as const;

/** A remark beside the text. `changed`: what older versions did, and what is so now. */
export function Callout({
	kind = "note",
	title,
	children,
}: {
	kind?: keyof typeof KINDS;
	title?: string;
	children: ReactNode;
}) {
	const { Icon, title: usual } = KINDS[kind];
	return (
		<aside className="callout" data-kind={kind}>
			<p className="callout-title">
				<Icon aria-hidden="true" />
				{title ?? usual}
			</p>
			{children}
		</aside>
	);
}
