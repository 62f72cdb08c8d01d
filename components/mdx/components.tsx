import type { ComponentProps } from "react";
import { File, Run } from "./actions";
import { Callout } from "./callout";
import { CheckTick } from "./check-tick";
import { Claim } from "./claim";
import { CodeBlock } from "./code-block";
import { ProseCode } from "./prose-code";
import { Step } from "./step";

/** What a lesson's MDX may use without importing it. */
export const mdxComponents = {
	Step,
	Check: CheckTick,
	Claim,
	Callout,
	File,
	Run,
	pre: CodeBlock,
	code: ProseCode,
	a: ProseLink,
	table: ProseTable,
};

function ProseLink({ href = "", ...rest }: ComponentProps<"a">) {
	const outside = /^https?:/.test(href);
	return <a href={href} {...(outside ? { target: "_blank", rel: "noreferrer" } : {})} {...rest} />;
}

function ProseTable(props: ComponentProps<"table">) {
	return (
		<div className="table-scroll">
			<table {...props} />
		</div>
	);
}
