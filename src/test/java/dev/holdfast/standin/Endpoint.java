package dev.holdfast.standin;

/** Answers calls; may throw {@link Refused} instead. */
@FunctionalInterface
interface Endpoint {
    Answer answer(Call call);
}
