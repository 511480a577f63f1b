/** How long anything is waited for, in milliseconds: what takes longer hangs, on however busy a machine. */
export const patience = 300_000;
