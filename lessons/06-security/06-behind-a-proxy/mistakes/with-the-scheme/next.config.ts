import type { NextConfig } from "next";
import { inPlayground } from "./.sandbox/next-config";

const config: NextConfig = {
	experimental: {
		serverActions: {
			allowedOrigins: [
				"https://shop.example",
				"https://www.shop.example",
				"https://*.preview.shop.example",
			],
		},
	},
};

export default inPlayground(config);
