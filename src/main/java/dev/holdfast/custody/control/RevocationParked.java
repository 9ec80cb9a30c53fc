package dev.holdfast.custody.control;

/** There is something to tell Google. */
record RevocationParked() {}
