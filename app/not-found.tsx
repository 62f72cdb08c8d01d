import { MessagePage } from "@/components/ui/message-page";

export default function NotFound() {
	return (
		<MessagePage title="There is no such page">
			The address may be old or mistyped. All lessons stand on the lesson map.
		</MessagePage>
	);
}
