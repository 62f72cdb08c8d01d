/**
 * # The hub of workshops: its contract
 *
 * An instructor makes a **room** ({@link hubPaths}.rooms) and gets a join code, a key and a code for helpers. Everything
 * that happens in a room is one log: **events** of learners ({@link RoomEvent}) and **commands** of staff
 * ({@link RoomCommand}), numbered by the hub. What people see is folded from it: each **role** gets a view of its own
 * type ({@link LearnerView}, {@link HelperView}, {@link InstructorView}, {@link ProjectorView}).
 *
 * ## Getting in
 * - Learner: make a secret once ({@link newSecret}), keep it for the room, `POST join`. The same secret is the way back.
 * - Helper: the same with the helpers' code, `POST helpers`.
 * - Instructor: the key of the created room. The projector is the instructor's (or a helper's) second window: the same
 *   secret, `stream(code, "projector")`.
 * - The secret goes into {@link authorization} of every request, never into an address. Whose it is decides the role.
 *
 * ## Being shown
 * `GET stream` with `fetch` (an `EventSource` sends no header), read as server-sent events. Start from the `view`, lay
 * each `patch` over it with {@link applyPatch}. Came the connection to an end, ask again with `Last-Event-ID`: the hub
 * answers with what changed since, or with a whole view. `at` of each message is the hub's clock: counting down and
 * "for how long" are reckoned by it. Waiting before the next try should grow, with some randomness.
 *
 * ## Telling
 * A learner's events go through an **outbox**: numbered from 0 without gaps, kept until a `POST events` that held them
 * is answered with 200, sent in order, up to {@link LIMITS}.events at a time. Sending twice does no harm. A 200 settles
 * all of the request; what stands in `refused` is not taken and never will be. `too-fast`, `no-store`, `internal` and no
 * answer at all mean: the same again later. `unknown-token`: join again with the same secret, then the same again.
 * Of `edited`, `sandbox-changed`, `follow-changed` and `code-shared` only the newest matters: an outbox may drop older
 * ones that were never sent, if it numbers at sending.
 *
 * A command has an `id` made by its sender: the same again is done once.
 *
 * ## Privacy
 * Code leaves a learner's browser only with consent and is not part of any view: staff read it at `hubPaths.code`, and
 * whoever reads is in the learner's `viewedBy`. Views hold what their type says and nothing else; the hub's tests hold
 * every view against its (strict) schema.
 */
export * from "./contract/basics";
export * from "./contract/codes";
export * from "./contract/commands";
export * from "./contract/endpoints";
export * from "./contract/errors";
export * from "./contract/events";
export * from "./contract/patch";
export * from "./contract/polls";
export * from "./contract/views";
