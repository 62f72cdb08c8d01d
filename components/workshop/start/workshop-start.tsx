"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { SiteHeader } from "@/components/ui/site-header";
import { membershipKeeper } from "@/lib/workshop/client/membership";
import { createRoom } from "@/lib/workshop/client/requests";
import type { CreatedRoom, CreateRoom } from "@/lib/workshop/contract";
import type { AgendaPart } from "@/lib/workshop/staff/agenda";
import { ComeBack } from "./come-back";
import { CreateForm } from "./create-form";
import { CreatedPanel } from "./created-panel";
import { RoomsHere } from "./rooms-here";

/** Where a workshop begins: a new room, a room of this browser, or one from elsewhere by its key. */
export function WorkshopStart({ parts }: { parts: AgendaPart[] }) {
	const router = useRouter();
	const [created, setCreated] = useState<(CreatedRoom & { title: string }) | null>(null);
	const create = async (room: CreateRoom) => {
		const answer = await createRoom(room);
		membershipKeeper().remember({
			code: answer.code,
			role: "instructor",
			secret: answer.instructorKey,
			name: "",
			title: room.title,
			at: Date.now(),
			helperCode: answer.helperCode,
		});
		setCreated({ ...answer, title: room.title });
		window.scrollTo({ top: 0 });
	};
	return (
		<div className="mx-auto max-w-5xl px-5 sm:px-8">
			<SiteHeader current="/workshop" />
			<main className="pt-6 pb-24 sm:pt-10">
				{created ? (
					<CreatedPanel room={created} onEnter={() => router.push(`/workshop/${created.code}`)} />
				) : (
					<>
						<h1 className="text-balance font-[640] text-3xl tracking-[-0.025em]">Teach a room</h1>
						<p className="mt-2 max-w-prose text-pretty text-ink-muted">
							Choose the lessons, show the join code, and see who needs help without asking. Nobody needs an
							account, and everything stays on this playground’s server.
						</p>
						<noscript>
							<p className="mt-6 rounded-lg border border-border bg-surface p-4">
								A workshop needs JavaScript: it is shown live.
							</p>
						</noscript>
						<div className="js-only mt-8 grid gap-12">
							<RoomsHere />
							<CreateForm parts={parts} onCreate={create} />
							<ComeBack
								onBack={(code, role) => router.push(`/workshop/${code}${role === "helper" ? "/help" : ""}`)}
							/>
						</div>
					</>
				)}
			</main>
		</div>
	);
}
