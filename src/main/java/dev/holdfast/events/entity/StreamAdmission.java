package dev.holdfast.events.entity;

/** The answer to a caller that wants one more stream. */
public enum StreamAdmission {
    OPEN,
    /** The session has as many streams as one may have. */
    SESSION_FULL,
    /** This node has as many streams as it may have. */
    NODE_FULL
}
