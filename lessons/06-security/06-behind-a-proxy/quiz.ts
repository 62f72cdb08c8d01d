import { defineQuiz } from "@/lib/quiz";

const lesson = "security/behind-a-proxy";

export default defineQuiz([
	{
		id: "compared-with-which-host",
		kind: "single",
		level: 2,
		points: ["F10", "F9"],
		ask: "A proxy passes requests on to `localhost:3000` and sends `X-Forwarded-Host: shop.example`. What is `Origin` compared with?",
		options: [
			{
				text: "With `shop.example`",
				correct: true,
				why: "Where the header is there, it takes the place of `Host`. That is also why the proxy must overwrite what comes from outside.",
			},
			{
				text: "With both names; it is enough to match one of them",
				why: "Only the forwarded one counts. A form of the host itself is refused as soon as the header names another.",
			},
			{
				text: "With `localhost:3000`, which is where the request really arrived",
				why: "So it would be without the header, and every honest order would be refused.",
			},
			{
				text: "With nothing: requests from a proxy are trusted as they come",
				why: "Next.js does not know a proxy from anybody else. It compares as ever, with another name.",
			},
		],
		proof: [{ claim: `${lesson}#forwarded-host` }, { claim: `${lesson}#forwarded-wins` }],
	},
	{
		id: "what-an-entry-lets-in",
		kind: "trueFalseGrid",
		level: 2,
		points: ["F10"],
		ask: "These are entries of `allowedOrigins`. True or false?",
		statements: [
			{
				text: "`https://shop.example` lets in `shop.example` by https only.",
				isTrue: false,
				why: "It lets in nothing. Entries are host names, without a scheme.",
			},
			{
				text: "`*.shop.example` lets in `a.shop.example` but not `a.b.shop.example`.",
				isTrue: true,
				why: "One star stands for exactly one label.",
			},
			{
				text: "`**.shop.example` lets in `shop.example` as well.",
				isTrue: false,
				why: "Two stars stand for one label or more. The bare name needs an entry of its own.",
			},
			{
				text: "`*` lets in everybody.",
				isTrue: false,
				why: "A star stands for a label, and on its own it lets in nobody.",
			},
			{
				text: "`shop.example` does not let in `shop.example:8443`.",
				isTrue: true,
				why: "The port is part of an origin's host. An entry without one does not cover it.",
			},
		],
		proof: [
			{ claim: `${lesson}#no-scheme` },
			{ claim: `${lesson}#one-label` },
			{ claim: `${lesson}#many-labels` },
			{ claim: `${lesson}#star-alone` },
			{ claim: `${lesson}#host-only` },
		],
	},
	{
		id: "config-without-effect",
		kind: "spotBug",
		level: 1,
		points: ["F10"],
		ask: "Orders from `shop.example` are still refused. Which line is wrong?",
		code: {
			title: "next.config.ts",
			language: "ts",
			text: `import type { NextConfig } from "next";

const config: NextConfig = {
	reactStrictMode: true,
	serverActions: {
		allowedOrigins: ["shop.example", "www.shop.example"],
	},
};

export default config;`,
		},
		bug: {
			line: "serverActions: {",
			why: "Next.js does not know this option here. It must stand inside of `experimental`.",
		},
		reasons: [
			{
				text: "Server Actions are stable, but their options are still under `experimental`",
				correct: true,
				why: "At the top level the option is not read; the server says at its start that it does not know the key.",
			},
			{
				text: "Origins are compared as whole URLs, so each entry has to begin with `https://` to match anything",
				why: "It is the other way round: an entry with a scheme matches nothing.",
			},
			{
				text: "`allowedOrigins` takes one host, and a second name needs a second config file for its own server",
				why: "It is a list, and may have as many names as you need.",
			},
		],
		proof: [{ claim: `${lesson}#top-level` }],
	},
	{
		id: "shorter-and-too-wide",
		kind: "fixTheCode",
		level: 3,
		points: ["F10", "F9"],
		ask: "Sellers write the pages of `ada.shop.example`, and one of them has begun to send orders for whoever looks at hers. Mend the list, and keep the shop and its previews working.",
		lesson,
		from: "mistakes/the-whole-domain",
		checks: ["strangers-stay-out", "own-site-works", "previews-work"],
		why: "Every name on the list may act for your customers. A star over the whole domain covers pages that strangers write; name the hosts, and use the star only below `preview`.",
	},
]);
