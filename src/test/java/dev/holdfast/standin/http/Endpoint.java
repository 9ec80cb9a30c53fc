package dev.holdfast.standin.http;

/** Answers calls; may throw {@link Refused} instead. */
@FunctionalInterface
public interface Endpoint {
    StandInAnswer answer(Call call);
}
