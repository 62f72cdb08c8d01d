import { CopyButton } from "@/components/ui/copy-button";
import type { RoomHead } from "@/lib/workshop/contract";
import { JoinCode } from "../../join-code";
import { useJoinAddress } from "../../use-join-address";

/** Before anybody is there: how they come in. */
export function EmptyBoard({ room }: { room: RoomHead }) {
	const address = useJoinAddress(room.code);
	if (room.phase === "ended")
		return (
			<section aria-label="Board" className="grid min-h-full place-items-center px-6 py-16">
				<p className="text-center text-ink-muted">The session is over. Nobody joined it.</p>
			</section>
		);
	return (
		<section aria-label="Board" className="grid min-h-full place-items-center px-6 py-16">
			<div className="grid max-w-md justify-items-center gap-6 text-center">
				<p className="text-ink-muted">Nobody is here yet. Learners join with this code:</p>
				<JoinCode code={room.code} className="text-[clamp(2.5rem,9vw,4.5rem)]" />
				<p className="flex flex-wrap items-center justify-center gap-x-3 gap-y-2 text-sm">
					<span className="break-all font-mono">{address.shown}</span>
					<CopyButton text={address.url} label="Copy the link for learners" />
				</p>
				{address.local && (
					<p className="text-pretty text-ink-muted text-sm">
						This address works on this computer only. Start the playground with{" "}
						<code className="rounded-sm bg-surface-2 px-1">npm start -- --lan</code> to let others in.
					</p>
				)}
				<p className="text-pretty text-ink-muted text-sm">
					Open the projector to show it large, with a QR code. You will see each learner here as they come in.
				</p>
			</div>
		</section>
	);
}
