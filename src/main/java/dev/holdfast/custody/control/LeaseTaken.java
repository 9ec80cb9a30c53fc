package dev.holdfast.custody.control;

/** Somebody else was faster to begin the refresh of a grant; for whoever counts. */
public record LeaseTaken() {}
