package dev.holdfast.doctor.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * The receiver of security signals as far as this server knows it.
 *
 * @param receiving    whether signals are switched on
 * @param keyFileSet   whether a file for the service account's key is set; it need not be there
 * @param address      where Google has to deliver
 * @param verification the latest verification event; empty if none came
 */
public record SignalSetup(boolean receiving, boolean keyFileSet, String address, Optional<Verification> verification) {

    /** A verification event; {@code state}: the text that came back, empty if it was unusable. */
    public record Verification(Instant at, Optional<String> state) {}
}
