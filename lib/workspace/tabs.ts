/** The files open in the editor. */
export interface Tabs {
	openTabs: string[];
	active: string | null;
}

export function openTab(tabs: Tabs, path: string): Tabs {
	return {
		openTabs: tabs.openTabs.includes(path) ? tabs.openTabs : [...tabs.openTabs, path],
		active: path,
	};
}

/** Without `path`; its right neighbour, else the left one, is shown when it was. */
export function closeTab(tabs: Tabs, path: string): Tabs {
	const index = tabs.openTabs.indexOf(path);
	if (index === -1) return tabs;
	const openTabs = tabs.openTabs.filter((open) => open !== path);
	const active = tabs.active === path ? (openTabs[index] ?? openTabs.at(-1) ?? null) : tabs.active;
	return { openTabs, active };
}

export function renameTab(tabs: Tabs, from: string, to: string): Tabs {
	return {
		openTabs: tabs.openTabs.map((open) => (open === from ? to : open)),
		active: tabs.active === from ? to : tabs.active,
	};
}

/** Closes the tabs of files that are gone. */
export function keepTabs(tabs: Tabs, exists: (path: string) => boolean): Tabs {
	return tabs.openTabs.filter((path) => !exists(path)).reduce(closeTab, tabs);
}
