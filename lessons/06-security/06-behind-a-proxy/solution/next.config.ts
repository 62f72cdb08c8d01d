import type { NextConfig } from "next";
// What the playground needs to run this app.
import { inPlayground } from "./.sandbox/next-config";

const config: NextConfig = {
	experimental: {
		serverActions: {
			allowedOrigins: ["shop.example", "www.shop.example", "*.preview.shop.example"],
		},
	},
};

export default inPlayground(config);
