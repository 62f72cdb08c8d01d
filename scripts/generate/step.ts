/** One part of what is generated before a build. */
export interface GenerateStep {
	name: string;
	/** Files or folders, relative to the root, whose content decides whether the step is run again. */
	inputs: string[];
	/** Files or folders, relative to the root, that must exist afterwards. */
	outputs: string[];
	run(root: string): Promise<void>;
}
