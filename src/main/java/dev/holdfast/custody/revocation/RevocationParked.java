package dev.holdfast.custody.revocation;

/** There is something to tell Google. */
record RevocationParked() {}
