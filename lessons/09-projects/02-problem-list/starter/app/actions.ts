"use server";

export async function setSolved(id: number, solved: boolean) {
	console.log("To do:", id, solved);
}

export async function addProblem(title: string) {
	console.log("To do:", title);
}
