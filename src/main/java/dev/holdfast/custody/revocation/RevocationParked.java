package dev.holdfast.custody.revocation;

/** A revocation was parked, and Google can be told. */
record RevocationParked() {}
