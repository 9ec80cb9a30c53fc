package dev.holdfast.custody.refresh;

/** Somebody else was faster to begin the refresh of a grant; for whoever counts. */
public record LeaseTaken() {}
