package dev.holdfast.custody.care;

/** Operators were told of a grant that is about to end; for whoever counts. */
public record ExpiryNear() {}
