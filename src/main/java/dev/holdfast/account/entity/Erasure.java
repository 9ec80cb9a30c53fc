package dev.holdfast.account.entity;

/** The outcome of a request to erase an account. */
public enum Erasure {
    ERASED,

    /** The account stays: an administrator has disabled it. */
    DISABLED,

    /** There is no such account, or it was erased before. */
    GONE
}
