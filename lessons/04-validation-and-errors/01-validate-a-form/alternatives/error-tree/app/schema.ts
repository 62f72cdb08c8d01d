import * as z from "zod";

export const memberSchema = z.object({
	name: z.string().trim().min(2, { error: "Please give a name of two letters or more." }),
	email: z
		.string()
		.trim()
		.pipe(z.email({ error: "Please give a full address." })),
	bio: z.string().trim().max(160, { error: "That is too long." }),
});
