import { portableDrivers } from "./portable-drivers";

const SHARED = "_async_context";

/**
 * What each helper of `@swc/helpers` becomes. SWC's own lose the `finally` of an async generator that is left early (an
 * `await` in it is resumed with `return`), and call a returned thenable without its context.
 */
const HELPERS: Record<string, string> = {
	_async_to_generator:
		"function (body) { return function () { return drivers.async(this, arguments, body) } }",
	_wrap_async_generator:
		"function (body) { return function () { return drivers.asyncGenerator(this, arguments, body) } }",
	_await_async_generator: "function (value) { return new drivers.await(value) }",
	_async_generator_delegate:
		"function (iterator) { return drivers.yieldStar({ [Symbol.asyncIterator]: () => iterator }) }",
	_async_iterator: "drivers.forAwait",
};

/**
 * The files of the package `@swc/helpers` that are to be replaced where Next's own compiler lowers the learner's code:
 * text by path, relative to the package's folder. They use our drivers, as files that `lower` has made do.
 */
export function swcHelperFiles(): Map<string, string> {
	const drivers = `globalThis.__asyncContext ?? ${portableDrivers("all")}`;
	const files = new Map([
		[`cjs/${SHARED}.cjs`, `module.exports = ${drivers};\n`],
		[`esm/${SHARED}.js`, `export default ${drivers};\n`],
	]);
	for (const [name, helper] of Object.entries(HELPERS)) {
		files.set(`cjs/${name}.cjs`, `const drivers = require("./${SHARED}.cjs");\nexports._ = ${helper};\n`);
		files.set(
			`esm/${name}.js`,
			`import drivers from "./${SHARED}.js";\nconst helper = ${helper};\nexport { helper as _ };\n`,
		);
	}
	return files;
}
