package dev.holdfast.account.entity;

/** How a request to erase an account ended. */
public enum Erasure {
    ERASED,

    /** Nothing was changed: an administrator has disabled the account. */
    DISABLED,

    /** There is no such account any more. */
    GONE
}
