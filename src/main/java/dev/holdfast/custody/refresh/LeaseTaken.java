package dev.holdfast.custody.refresh;

/** An event for the metrics: a refresh did not get the lease because the row was leased or changed first. */
public record LeaseTaken() {}
