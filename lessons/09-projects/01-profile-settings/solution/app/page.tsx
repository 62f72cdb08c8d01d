import { currentUser } from "@/lib/session";
import { SettingsForm } from "./settings-form";

export default async function SettingsPage() {
	const user = await currentUser();

	return (
		<>
			<p className="muted">
				Signed in as <strong data-testid="who">{user.name}</strong>
			</p>
			<h1>Settings</h1>
			<SettingsForm stored={{ name: user.name, email: user.email, bio: user.bio }} />
		</>
	);
}
