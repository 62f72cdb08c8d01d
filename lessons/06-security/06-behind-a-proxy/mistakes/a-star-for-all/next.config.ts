import type { NextConfig } from "next";
import { inPlayground } from "./.sandbox/next-config";

const config: NextConfig = {
	experimental: { serverActions: { allowedOrigins: ["*"] } },
};

export default inPlayground(config);
