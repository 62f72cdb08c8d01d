import { inPlayground } from "./.sandbox/next-config";

const config = { serverActions: { bodySizeLimit: "2mb" } };

export default inPlayground(config);
