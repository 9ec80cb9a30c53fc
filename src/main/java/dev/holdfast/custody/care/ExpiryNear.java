package dev.holdfast.custody.care;

/** An event for the metrics: operators were told of a grant that is about to end. */
public record ExpiryNear() {}
