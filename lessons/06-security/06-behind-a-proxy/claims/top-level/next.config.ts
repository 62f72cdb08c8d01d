import { inPlayground } from "./.sandbox/next-config";

const config = { serverActions: { allowedOrigins: ["shop.example"] } };

export default inPlayground(config);
