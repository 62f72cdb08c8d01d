import type { NextConfig } from "next";
import { inPlayground } from "./.sandbox/next-config";

const config: NextConfig = {
	experimental: { taint: true },
};

export default inPlayground(config);
