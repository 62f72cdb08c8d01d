export default function Later() {
	return <i>later</i>;
}
