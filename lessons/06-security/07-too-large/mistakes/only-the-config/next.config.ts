import type { NextConfig } from "next";
// What the playground needs to run this app.
import { inPlayground } from "./.sandbox/next-config";

const config: NextConfig = {
	experimental: {
		serverActions: { bodySizeLimit: "2mb" },
	},
};

export default inPlayground(config);
