import type { NextConfig } from "next";
import { inPlayground } from "./.sandbox/next-config";

const config: NextConfig = {};

export default inPlayground(config);
