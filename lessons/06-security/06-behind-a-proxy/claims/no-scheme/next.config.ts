import { inPlayground } from "./.sandbox/next-config";

export default inPlayground({
	experimental: { serverActions: { allowedOrigins: ["**.deep.example", "https://scheme.example"] } },
});
