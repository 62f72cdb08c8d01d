/** A line of the file tree. Folders exist only because files stand in them. */
export type TreeNode =
	| { kind: "folder"; path: string; name: string; children: TreeNode[] }
	| { kind: "file"; path: string; name: string };

/** A line as it is shown: its depth counts from 1, its place among its siblings too. */
export interface TreeRow {
	node: TreeNode;
	level: number;
	position: number;
	siblings: number;
	/** `null` for the topmost. */
	parent: string | null;
}

/** Folders first, then files, each by name. */
export function buildTree(paths: readonly string[]): TreeNode[] {
	const root: TreeNode[] = [];
	for (const path of paths) {
		const names = path.split("/");
		let siblings = root;
		names.forEach((name, index) => {
			const place = names.slice(0, index + 1).join("/");
			if (index === names.length - 1) {
				siblings.push({ kind: "file", path: place, name });
				return;
			}
			let folder = siblings.find((node) => node.kind === "folder" && node.name === name);
			if (!folder) {
				folder = { kind: "folder", path: place, name, children: [] };
				siblings.push(folder);
			}
			if (folder.kind === "folder") siblings = folder.children;
		});
	}
	return sorted(root);
}

function sorted(nodes: TreeNode[]): TreeNode[] {
	for (const node of nodes) if (node.kind === "folder") sorted(node.children);
	return nodes.sort((a, b) => {
		if (a.kind !== b.kind) return a.kind === "folder" ? -1 : 1;
		return a.name < b.name ? -1 : 1;
	});
}

/** The lines that can be seen, from top to bottom: what is in a collapsed folder is left out. */
export function visibleRows(nodes: readonly TreeNode[], collapsed: ReadonlySet<string>): TreeRow[] {
	const rows: TreeRow[] = [];
	const visit = (siblings: readonly TreeNode[], level: number, parent: string | null) => {
		siblings.forEach((node, index) => {
			rows.push({ node, level, position: index + 1, siblings: siblings.length, parent });
			if (node.kind === "folder" && !collapsed.has(node.path)) visit(node.children, level + 1, node.path);
		});
	};
	visit(nodes, 1, null);
	return rows;
}

export type TreeMove =
	| { kind: "focus"; path: string }
	| { kind: "expand"; path: string }
	| { kind: "collapse"; path: string };

/**
 * What an arrow, Home or End does on the line `current`, after the tree pattern of the ARIA Authoring Practices Guide;
 * `null` when it does nothing.
 */
export function moveInTree(
	rows: readonly TreeRow[],
	collapsed: ReadonlySet<string>,
	current: string,
	key: string,
): TreeMove | null {
	const index = rows.findIndex((row) => row.node.path === current);
	const row = rows[index];
	if (!row) return null;
	const focus = (target: TreeRow | undefined): TreeMove | null =>
		target ? { kind: "focus", path: target.node.path } : null;
	switch (key) {
		case "ArrowDown":
			return focus(rows[index + 1]);
		case "ArrowUp":
			return focus(rows[index - 1]);
		case "Home":
			return focus(rows[0]);
		case "End":
			return focus(rows.at(-1));
		case "ArrowRight":
			if (row.node.kind === "file") return null;
			return collapsed.has(current) ? { kind: "expand", path: current } : focus(rows[index + 1]);
		case "ArrowLeft":
			if (row.node.kind === "folder" && !collapsed.has(current)) return { kind: "collapse", path: current };
			return row.parent === null ? null : { kind: "focus", path: row.parent };
		default:
			return null;
	}
}

/** Short names for tabs; those that would be the same get as much of their folder as tells them apart. */
export function tabNames(paths: readonly string[]): Map<string, string> {
	const names = new Map<string, string>();
	for (const path of paths) {
		const parts = path.split("/");
		let count = 1;
		const tail = (of: string) => of.split("/").slice(-count).join("/");
		while (count < parts.length && paths.some((other) => other !== path && tail(other) === tail(path)))
			count++;
		names.set(path, tail(path));
	}
	return names;
}
