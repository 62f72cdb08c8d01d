import { defineQuiz } from "@/lib/quiz";

const lesson = "projects/capstone";

export default defineQuiz([
	{
		id: "review-delete",
		kind: "spotBug",
		level: 2,
		points: ["I5", "F4"],
		ask: "The page shows “Delete post” to its author only. You review the action behind it. Which line lets Grace delete Ada's post?",
		code: {
			title: "app/actions.ts",
			language: "ts",
			text: `export async function deletePost(id: number) {
	const visitor = await currentVisitor();
	if (!visitor) throw new Error("Please sign in.");
	const post = await db.post.delete({ where: { id } });
	for (const { id } of await db.comment.findMany({ where: { postId: post.id } })) {
		await db.comment.delete({ where: { id } });
	}
	revalidatePath("/");
	redirect("/");
}`,
		},
		bug: {
			line: "db.post.delete",
			why: "It deletes whichever post has that id. Grace is signed in, and that is all that was asked.",
		},
		reasons: [
			{
				text: "Whose post it is was asked by the page, and must be asked by the action",
				correct: true,
				why: "`where: { id, author: visitor.name }` finds the post only when it is the caller's own.",
			},
			{
				text: "`id` arrives as text, and a text is equal to the id of every post",
				why: "A forged argument may be of any type, but it equals no id of another post. The id that Grace sends is a real one.",
			},
			{
				text: "Comments have to be deleted before their post, or the database lets strangers in meanwhile",
				why: "The order is a matter of tidiness. It gives nobody a right.",
			},
		],
		proof: [{ check: `${lesson}#only-its-author-deletes-a-post` }],
	},
	{
		id: "toggle-or-state",
		kind: "single",
		level: 2,
		points: ["I5", "F12"],
		ask: "Which action is best behind “Like” and “Take back”, when a request may arrive twice?",
		options: [
			{
				text: "`toggleLike(postId)`, which adds a like or takes it away",
				why: "Arriving twice, it undoes itself: the like is there and gone again.",
			},
			{
				text: "`setLike(postId, liked)`, which looks first what is there",
				correct: true,
				why: "It says what should be, and saying it twice changes nothing.",
			},
			{
				text: "`addLike(postId)`, with a button that changes to “Take back” at once",
				why: "The button changes in the browser. The second request may be on its way already.",
			},
			{
				text: "`setLikes(postId, count)`, with the number that the page shows plus one",
				why: "Then the number is for the sender to choose, and two people at once count as one.",
			},
		],
		proof: [{ check: `${lesson}#one-like-each` }],
	},
	{
		id: "board-grid",
		kind: "trueFalseGrid",
		level: 3,
		points: ["I5", "F4", "E1"],
		ask: "You review a board with posts, comments, likes and drafts. Which remarks are right?",
		statements: [
			{
				text: "A page that shows a form only to people who are signed in need not be followed by a check in the action.",
				isTrue: false,
				why: "A request can be sent without the page. Each action asks for itself.",
			},
			{
				text: "The author of a comment is taken from the session, also when the form has a field for it.",
				isTrue: true,
				why: "A field says what its sender wants. The session says who it is.",
			},
			{
				text: "`discardDraft(id)` may go by the id alone, since nobody sees the drafts of somebody else.",
				isTrue: false,
				why: "Ids are counted up and easily guessed. The owner belongs into the condition.",
			},
			{
				text: "Without a revalidation in `comment`, a new comment is stored and the open page does not show it.",
				isTrue: true,
				why: "A call from a hydrated page brings the new page along only when the action says that something changed.",
			},
		],
		proof: [
			{ check: `${lesson}#strangers-write-nothing` },
			{ check: `${lesson}#comment-is-looked-at` },
			{ check: `${lesson}#drafts-are-private` },
			{ check: `${lesson}#comment-appears` },
		],
	},
	{
		id: "likes-pile-up",
		kind: "fixTheCode",
		level: 2,
		points: ["I5", "F12"],
		ask: "After a double click one reader has two likes on one post. Mend the action.",
		lesson,
		from: "mistakes/likes-pile-up",
		checks: ["one-like-each"],
		why: "The button changes after a like, so nobody expected a second one. Look first whether this person's like is there, and add one only when it is not.",
	},
	{
		id: "only-the-page-asks",
		kind: "fixTheCode",
		level: 3,
		points: ["I5", "F4"],
		ask: "Strangers see no forms, and still there are posts by nobody. Close every door.",
		lesson,
		from: "mistakes/only-the-page-asks",
		checks: ["strangers-write-nothing"],
		why: "The page hid its forms and the actions served everybody. Begin every action with the same line, which throws when nobody is signed in.",
	},
]);
