import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * A small database in one JSON file, used the way Prisma is used:
 *
 *     const posts = await db.post.findMany({ where: { author: "Ada" }, orderBy: { id: "desc" }, take: 10 });
 *     const post = await db.post.create({ data: { title: "Hello", body: "…", author: "Ada" } });
 *
 * Nothing is kept in memory: every call reads the file, so what you get is what is stored.
 */

/** The database fills these two in. */
interface Row {
	/** 1, 2, 3 … */
	id: number;
	/** When the row was made, for instance "2026-11-21T09:30:00.000Z". */
	createdAt: string;
}

export interface Message extends Row {
	name: string;
	text: string;
}

export interface Post extends Row {
	title: string;
	body: string;
	author: string;
}

export interface Product extends Row {
	name: string;
	/** In whole cents. */
	price: number;
}

export interface User extends Row {
	name: string;
	email: string;
	bio: string;
}

export interface Comment extends Row {
	postId: number;
	author: string;
	text: string;
}

export interface Like extends Row {
	postId: number;
	by: string;
}

export interface Draft extends Row {
	owner: string;
	text: string;
}

export interface Problem extends Row {
	title: string;
	solved: boolean;
}

export const db = {
	comment: table<Comment>("comment"),
	draft: table<Draft>("draft"),
	like: table<Like>("like"),
	message: table<Message>("message"),
	post: table<Post>("post"),
	problem: table<Problem>("problem"),
	product: table<Product>("product"),
	user: table<User>("user"),
};

/** What `create` needs: every column but those the database fills in. */
type Data<R extends Row> = Omit<R, keyof Row>;
/** The values a row must have, for instance `{ id: 3 }`. */
type Where<R extends Row> = Partial<R>;
type OrderBy<R extends Row> = { [Column in keyof R]?: "asc" | "desc" };

function table<R extends Row>(name: string) {
	return {
		/** All rows that match, oldest first unless `orderBy` says otherwise. */
		async findMany(query: { where?: Where<R>; orderBy?: OrderBy<R>; take?: number } = {}): Promise<R[]> {
			const rows = read<R>(name).filter((row) => matches(row, query.where));
			return sorted(rows, query.orderBy).slice(0, query.take);
		},

		/** The row that matches, or `null`. */
		async findUnique(query: { where: Where<R> }): Promise<R | null> {
			return read<R>(name).find((row) => matches(row, query.where)) ?? null;
		},

		/** How many rows match. */
		async count(query: { where?: Where<R> } = {}): Promise<number> {
			return read<R>(name).filter((row) => matches(row, query.where)).length;
		},

		/** Adds a row and returns it. */
		async create(query: { data: Data<R> }): Promise<R> {
			const rows = read<R>(name);
			const id = Math.max(0, ...rows.map((row) => row.id)) + 1;
			const row = { ...query.data, id, createdAt: new Date().toISOString() } as R;
			write(name, [...rows, row]);
			return row;
		},

		/** Changes the row that matches and returns it. Throws when there is none. */
		async update(query: { where: Where<R>; data: Partial<Data<R>> }): Promise<R> {
			const rows = read<R>(name);
			const row = { ...theOne(rows, name, query.where), ...query.data };
			write(
				name,
				rows.map((other) => (other.id === row.id ? row : other)),
			);
			return row;
		},

		/** Takes the row that matches away and returns it. Throws when there is none. */
		async delete(query: { where: Where<R> }): Promise<R> {
			const rows = read<R>(name);
			const row = theOne(rows, name, query.where);
			write(
				name,
				rows.filter((other) => other.id !== row.id),
			);
			return row;
		},
	};
}

function matches<R extends Row>(row: R, where: Where<R> = {}): boolean {
	return Object.entries(where).every(([column, value]) => row[column as keyof R] === value);
}

function theOne<R extends Row>(rows: R[], name: string, where: Where<R>): R {
	const row = rows.find((candidate) => matches(candidate, where));
	if (!row) throw new Error(`There is no ${name} with ${JSON.stringify(where)}.`);
	return row;
}

function sorted<R extends Row>(rows: R[], orderBy: OrderBy<R> = {}): R[] {
	const columns = Object.entries(orderBy) as [keyof R, "asc" | "desc"][];
	// Rows made in the same millisecond have equal times: their ids still say which came first.
	const first = columns[0];
	if (first) columns.push(["id", first[1]]);
	return rows.toSorted((a, b) => {
		for (const [column, direction] of columns) {
			if (a[column] === b[column]) continue;
			return a[column] < b[column] === (direction === "asc") ? -1 : 1;
		}
		return 0;
	});
}

// The file: one object with a list of rows for each table. Missing, it is made from the seed.
const file = join(process.cwd(), "data/db.json");
const seed = join(process.cwd(), "data/seed.json");

function readAll(): Record<string, Row[]> {
	return JSON.parse(readFileSync(existsSync(file) ? file : seed, "utf8"));
}

function read<R extends Row>(name: string): R[] {
	return (readAll()[name] ?? []) as R[];
}

function write(name: string, rows: Row[]): void {
	const text = JSON.stringify({ ...readAll(), [name]: rows }, null, "\t");
	mkdirSync(dirname(file), { recursive: true });
	// Written beside it first and then moved, so that no reader ever sees half a file.
	writeFileSync(`${file}.new`, text);
	renameSync(`${file}.new`, file);
}
