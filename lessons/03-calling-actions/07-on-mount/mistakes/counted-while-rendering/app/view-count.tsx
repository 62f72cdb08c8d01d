import { countView } from "./actions";

export async function ViewCount({ postId }: { postId: number; views: number }) {
	return <p className="muted">{await countView(postId)} views</p>;
}
