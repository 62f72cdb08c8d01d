"use server";

export const limits = { tip: 80 };

export async function keep() {}
