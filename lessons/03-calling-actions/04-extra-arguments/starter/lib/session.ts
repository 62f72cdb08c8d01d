/** Who is signed in. In this lesson it is always Ada; how one signs in is the subject of a later lesson. */
export async function currentVisitor(): Promise<string> {
	return "Ada";
}
