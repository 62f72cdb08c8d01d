import { inPlayground } from "./.sandbox/next-config";

/** Where the app runs, its hosts are set from outside. */
const hosts = (process.env.PUBLIC_HOSTS ?? "shop.example,www.shop.example").split(",");
const previews = process.env.PREVIEW_DOMAIN ?? "preview.shop.example";

export default async function config() {
	return inPlayground({
		experimental: { serverActions: { allowedOrigins: [...hosts, `*.${previews}`] } },
	});
}
