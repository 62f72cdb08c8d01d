import { MachineSettingError, policyOf } from "@/lib/sandbox/machine-policy";

/** The environment is the server's at run time, not the one of the build. */
export const dynamic = "force-dynamic";

/** Which machines pages of this server may have, as JSON (`MachinePolicy`). */
export async function GET(): Promise<Response> {
	const headers = { "cache-control": "no-store" };
	try {
		return Response.json(policyOf(process.env), { headers });
	} catch (error) {
		if (!(error instanceof MachineSettingError)) throw error;
		return Response.json({ message: error.message }, { status: 500, headers });
	}
}
