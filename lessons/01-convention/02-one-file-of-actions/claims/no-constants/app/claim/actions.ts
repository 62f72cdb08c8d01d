"use server";

export const MAX_LENGTH = 80;

export async function keep() {}
