package dev.holdfast.signin.control;

import java.time.Instant;
import java.util.UUID;

/** The memory of sign-ins, filled with a given number of entries. */
public final class SignInMemory {

    private SignInMemory() {}

    public static Object spentFlows(int many) {
        SpentFlows flows = new SpentFlows();
        for (int i = 0; i < many; i++) {
            flows.takeExchange(UUID.randomUUID().toString(), Instant.parse("2026-11-23T12:00:00Z"));
        }
        return flows;
    }
}
