import type { NextConfig } from "next";
import { inPlayground } from "./.sandbox/next-config";

const config: NextConfig = {
	experimental: { serverActions: { allowedOrigins: ["shop.example", "**.shop.example"] } },
};

export default inPlayground(config);
