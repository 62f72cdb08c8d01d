import { inPlayground } from "./.sandbox/next-config";

const photo = 1.5 * 1024 * 1024;

/** Room for one photo and for everything around it. */
export default inPlayground({
	experimental: { serverActions: { bodySizeLimit: photo + 512 * 1024 } },
});
