import { inPlayground } from "./.sandbox/next-config";

export default inPlayground({});
