package dev.holdfast.custody.refresh;

/** An event for the metrics: Google has rejected our client once more. */
public record ClientRejected(String code) {}
