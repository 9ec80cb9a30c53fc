package dev.holdfast.custody.refresh;

/** Google rejected our client once more; for whoever counts. */
public record ClientRejected(String code) {}
