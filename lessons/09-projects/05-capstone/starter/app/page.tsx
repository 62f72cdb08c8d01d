import { Who } from "./who";

export default function BoardPage() {
	return (
		<>
			<Who />
			<h1>The board</h1>
		</>
	);
}
