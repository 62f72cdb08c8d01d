"use server";

export async function note() {}
