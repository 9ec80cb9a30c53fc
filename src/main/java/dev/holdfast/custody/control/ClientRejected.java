package dev.holdfast.custody.control;

/** Google rejected our client once more; for whoever counts. */
public record ClientRejected(String code) {}
