import { StateForm } from "../../components/parts";

export default function Page() {
	return <StateForm />;
}
