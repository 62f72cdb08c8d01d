import type { NextConfig } from "next";
import { inPlayground } from "./.sandbox/next-config";

export default inPlayground({
	experimental: {
		serverActions: {
			allowedOrigins: ["SHOP.example", "www.shop.example", "**.preview.shop.example"],
		},
	},
} satisfies NextConfig);
