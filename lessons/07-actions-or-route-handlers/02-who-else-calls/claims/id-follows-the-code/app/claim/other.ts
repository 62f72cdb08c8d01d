"use server";

export async function report() {}
