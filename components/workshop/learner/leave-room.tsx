"use client";

import { LogOut } from "lucide-react";
import type { ButtonVariant } from "@/components/ui/button";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { membershipKeeper } from "@/lib/workshop/client/membership";
import { useRoomState } from "./use-room";

/** Leaves the room after asking; at once where there is nothing left to leave. */
export function LeaveRoom({
	variant = "outline",
	size = "md",
}: {
	variant?: ButtonVariant;
	size?: "sm" | "md";
}) {
	const { link, view } = useRoomState();
	const leave = () => membershipKeeper().enter(null);
	const over = link.state === "ended" || view?.room.phase === "ended";
	const button = (
		<Button variant={variant} size={size} {...(over && { onClick: leave })}>
			<LogOut aria-hidden="true" />
			Leave the room
		</Button>
	);
	if (over) return button;
	return (
		<Confirm
			title="Leave the room?"
			description="Your code and your progress stay in this browser. What the instructor has seen of them stays in the results. With the same code you come back as yourself."
			action="Leave"
			cancel="Stay"
			onConfirm={leave}
		>
			{button}
		</Confirm>
	);
}
