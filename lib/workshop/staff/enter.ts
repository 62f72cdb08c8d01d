import { membershipKeeper } from "../client/membership";
import { joinAsHelper, type Pass, type RequestOptions, readDoor, readView } from "../client/requests";
import { HELPER_CODE_LENGTH, isHubError, LIMITS, readCode } from "../contract";

export type StaffRole = "instructor" | "helper";

/** What a person may have typed wrong; the message is for them. */
class Mistyped extends Error {}

/** Comes back to a room with its key and remembers it. Rejects with a sentence for people. */
export async function enterWithKey(typed: string, typedKey: string, options?: RequestOptions): Promise<Pass> {
	const code = roomCodeOf(typed);
	const secret = typedKey.replace(/\s+/g, "");
	if (!/^[A-Za-z0-9_-]{32,128}$/.test(secret))
		throw new Mistyped("That is no instructor key: it is a long word of letters and digits. Copy it whole.");
	try {
		const message = await readView({ code, secret }, options);
		if (message.type !== "view" || message.view.role !== "instructor")
			throw new Mistyped("That key opens another place of this room. Use the instructor key.");
		const { title } = message.view.room;
		const known = membershipKeeper().find(code, "instructor");
		membershipKeeper().remember({
			...known,
			code,
			role: "instructor",
			secret,
			name: "",
			title,
			at: Date.now(),
		});
		return { code, secret };
	} catch (error) {
		if (isHubError(error) && error.code === "unknown-token")
			throw new Mistyped("This room does not know that key. It may have been replaced by a new one since.");
		throw error;
	}
}

/** Joins a room's helpers and remembers it. Rejects with a sentence for people. */
export async function enterAsHelper(
	typed: string,
	typedHelperCode: string,
	name: string,
	options?: RequestOptions,
): Promise<Pass> {
	const code = roomCodeOf(typed);
	const helperCode = readCode(typedHelperCode, HELPER_CODE_LENGTH);
	if (helperCode === null)
		throw new Mistyped(
			`The helpers’ code has ${HELPER_CODE_LENGTH} letters and digits. Ask the instructor for it.`,
		);
	// The same secret again is the same helper.
	const place = membershipKeeper().prepare(code, "helper");
	const joined = await joinAsHelper(
		code,
		{ helperCode, secret: place.secret, name: name.slice(0, LIMITS.name) },
		options,
	);
	const { title } = await readDoor(code, options);
	membershipKeeper().remember({ ...place, name: joined.name, title, at: Date.now() });
	return { code, secret: place.secret };
}

function roomCodeOf(typed: string): string {
	const code = readCode(typed);
	if (code === null) throw new Mistyped("A join code has six letters and digits, such as ACD 347.");
	return code;
}
