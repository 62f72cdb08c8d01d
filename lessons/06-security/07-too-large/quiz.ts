import { defineQuiz } from "@/lib/quiz";

const lesson = "security/too-large";

export default defineQuiz([
	{
		id: "three-megabytes",
		kind: "single",
		level: 1,
		points: ["F11"],
		ask: "Nothing is configured, and a visitor sends a photo of 3 MB to an action. What happens?",
		options: [
			{
				text: "The action runs and finds a file that was cut off after 1 MB",
				why: "Nothing is cut. A body over the limit is refused as a whole.",
			},
			{
				text: "The visitor gets status 413, and the form says that the file is too large",
				why: "413 stands in the log only, and nothing explains it to the visitor by itself.",
			},
			{
				text: "The visitor gets status 500, and the action does not run",
				correct: true,
				why: "The limit is 1 MB, and it is a wall in front of the action.",
			},
			{
				text: "The photo arrives; Next.js leaves limits to the action and to the proxy in front of it",
				why: "That is so for Route Handlers. Actions have a limit, set or not.",
			},
		],
		proof: [{ claim: `${lesson}#one-megabyte` }, { claim: `${lesson}#route-handlers-have-none` }],
	},
	{
		id: "exactly-the-limit",
		kind: "single",
		level: 2,
		points: ["F11"],
		ask: 'Photos of up to 1.5 MB shall be welcome, and somebody sets `bodySizeLimit: "1.5mb"`. Why is a photo of exactly 1.5 MB refused?',
		options: [
			{
				text: "Files are sent as base64, which makes them a third larger",
				why: "A form with a file is sent as multipart, with the bytes as they are.",
			},
			{
				text: "The limit counts the whole request, with everything around the file",
				correct: true,
				why: "Other fields and the lines between the parts need room, too. Leave some, and check the file's own size in the action.",
			},
			{
				text: "Only whole numbers are understood, so that the limit is rounded down to 1 MB for every action",
				why: "The part after the point counts. It is just not enough room.",
			},
			{
				text: "The limit is of characters and not of bytes, and a photo has more of the former than of the latter",
				why: "Bytes are counted, whatever they stand for.",
			},
		],
		proof: [{ claim: `${lesson}#whole-body` }, { check: `${lesson}#full-size-is-stored` }],
	},
	{
		id: "two-limits",
		kind: "multiple",
		level: 3,
		points: ["F11"],
		ask: "An app takes photos of up to 1.5 MB. Which of these belong in a good solution?",
		options: [
			{
				text: "A limit in the config that is a little above 1.5 MB",
				correct: true,
				why: "The wall stays, close behind what the form needs.",
			},
			{
				text: "A check of `photo.size` in the action, which returns a message",
				correct: true,
				why: "Between the two limits the action runs, and can say what is wrong.",
			},
			{
				text: "A limit in the config of 1 GB, so that the action can always explain itself",
				why: "Then a gigabyte is read before the action is even asked, from anybody who sends one.",
			},
			{
				text: "A check in `onChange` instead of the one in the action",
				why: "It saves people the wait. Who writes requests by hand does not run your `onChange`.",
			},
		],
		proof: [
			{ check: `${lesson}#too-large-is-explained` },
			{ check: `${lesson}#the-wall-stands` },
			{ claim: `${lesson}#one-megabyte` },
		],
	},
	{
		id: "no-photo-is-small-enough",
		kind: "fixTheCode",
		level: 2,
		points: ["F11"],
		ask: "Even a tiny icon is answered with “That photo is too large.” Find out why, and mend it.",
		lesson,
		from: "mistakes/size-in-megabytes",
		checks: ["small-photo-is-stored", "full-size-is-stored"],
		why: "`File.size` is in bytes. The limit was written in megabytes, so every photo had more than 1.5 of them. Write `1.5 * 1024 * 1024`.",
	},
]);
