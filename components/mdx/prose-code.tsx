"use client";

import type { ComponentProps } from "react";
import { useLesson } from "@/components/lesson/lesson-context";
import { File } from "./actions";

/** Inline code. The path of a file that the app has opens that file. */
export function ProseCode({ children, ...rest }: ComponentProps<"code">) {
	// The lesson's context changes with every edit: a file is a link as soon as the learner has made it.
	const { playground } = useLesson();
	const isFile =
		typeof children === "string" &&
		children.includes(".") &&
		playground !== null &&
		playground.workspace.visiblePaths().includes(children);
	return isFile ? <File path={children} /> : <code {...rest}>{children}</code>;
}
