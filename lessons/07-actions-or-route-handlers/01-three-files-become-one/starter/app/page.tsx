import { FeedbackBox } from "./feedback-box";

export default function FeedbackPage() {
	return (
		<>
			<h1>What do you think of us?</h1>
			<FeedbackBox />
		</>
	);
}
