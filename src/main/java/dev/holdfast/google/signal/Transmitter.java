package dev.holdfast.google.signal;

import java.util.Set;

/**
 * A transmitter that this receiver listens to.
 *
 * @param issuers       the accepted values of {@code iss}
 * @param audiences     the accepted values of {@code aud}
 * @param google        whether it is Google, whose events may also revoke grants and freeze accounts
 * @param keys          its published keys
 */
record Transmitter(Set<String> issuers, Set<String> audiences, boolean google, TransmitterKeys keys) {}
