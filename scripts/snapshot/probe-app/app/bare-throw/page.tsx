export default function Page() {
	if (Math.random() >= 0) throw new Error("nobody catches this");
	return null;
}
