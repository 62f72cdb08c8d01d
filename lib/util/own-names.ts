import { hostname, networkInterfaces } from "node:os";

/** By which other computers may know this one: addresses, the host's name, and its `.local` name. */
export function ownNames(): string[] {
	const name = hostname().toLowerCase();
	const addresses = Object.values(networkInterfaces())
		.flatMap((list) => list ?? [])
		.filter(({ internal }) => !internal);
	return [
		...addresses.map(({ family, address }) => (family === "IPv6" ? `[${address.toLowerCase()}]` : address)),
		// A computer that nobody has named is called localhost.
		...(name === "localhost" ? [] : [name, `${name.replace(/\.local$/, "")}.local`]),
	];
}

/** IPv4 addresses by which other computers of the network may reach this one. */
export function lanAddresses(): string[] {
	return Object.values(networkInterfaces())
		.flatMap((list) => list ?? [])
		.filter(
			({ family, internal, address }) => family === "IPv4" && !internal && !address.startsWith("169.254."),
		)
		.map(({ address }) => address);
}
