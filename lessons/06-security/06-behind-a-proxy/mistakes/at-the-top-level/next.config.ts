import { inPlayground } from "./.sandbox/next-config";

const config = {
	serverActions: {
		allowedOrigins: ["shop.example", "www.shop.example", "*.preview.shop.example"],
	},
};

export default inPlayground(config);
