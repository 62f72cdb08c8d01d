function coded(error: Error, code: string): Error {
	return Object.assign(error, { code });
}

/** The error that Node.js throws for an argument that should have been of another type. */
export function wrongType(name: string, wanted: string, value: unknown): Error {
	const got = value === null || value === undefined ? `${value}` : `type ${typeof value}`;
	return coded(
		new TypeError(`The "${name}" argument must be of type ${wanted}. Received ${got}`),
		"ERR_INVALID_ARG_TYPE",
	);
}

export function notAFunction(name: string, value: unknown): Error {
	return wrongType(name, "function", value);
}

export function wrongAsyncId(name: string, value: unknown): Error {
	return coded(new RangeError(`Invalid ${name} value: ${String(value)}`), "ERR_INVALID_ASYNC_ID");
}
