// Connects this page with the playground around it. In a `try`, so that the app also runs where no playground put the
// file: the bundler then warns instead of failing.
try {
	require("./.sandbox/bridge-core.js");
} catch (error) {
	console.error("The playground cannot reach this page:", error);
}
