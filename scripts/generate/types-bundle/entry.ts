/**
 * What a learner's app may import. The types bundle holds these modules and every declaration they reach; this file is
 * read by the TypeScript compiler only and never runs.
 */
/// <reference types="node" />
/// <reference types="react" />
/// <reference types="react-dom" />
/// <reference types="next" />
/// <reference types="next/image-types/global" />
/// <reference types="next/navigation-types/compat/navigation" />
export type next = typeof import("next");
export type cache = typeof import("next/cache");
export type dynamic = typeof import("next/dynamic");
export type error = typeof import("next/error");
export type localFont = typeof import("next/font/local");
export type form = typeof import("next/form");
export type headers = typeof import("next/headers");
export type image = typeof import("next/image");
export type link = typeof import("next/link");
export type navigation = typeof import("next/navigation");
export type script = typeof import("next/script");
export type server = typeof import("next/server");
export type react = typeof import("react");
export type jsxDevRuntime = typeof import("react/jsx-dev-runtime");
export type jsxRuntime = typeof import("react/jsx-runtime");
export type reactDom = typeof import("react-dom");
export type reactDomServer = typeof import("react-dom/server");
export type zod = typeof import("zod");
export type zodMini = typeof import("zod/mini");
export type zodCore = typeof import("zod/v4/core");
