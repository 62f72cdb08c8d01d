"use server";

export async function report() {}

export async function renamed() {}
