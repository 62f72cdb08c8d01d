import { ClientForm } from "./client-form";

export default function Page() {
	return <ClientForm />;
}
