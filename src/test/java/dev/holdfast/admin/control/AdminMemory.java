package dev.holdfast.admin.control;

import java.util.UUID;

/** The memory of refused non-administrators, filled with a given number of entries. */
public final class AdminMemory {

    private AdminMemory() {}

    public static Object refusals(int many) {
        Refusals refusals = new Refusals();
        refusals.audit = new NoTrail();
        for (int i = 0; i < many; i++) {
            refusals.refused(UUID.randomUUID());
        }
        return refusals;
    }

    private static final class NoTrail extends AuditTrail {

        @Override
        void refused(UUID accountId) {
            // Nothing is written.
        }
    }
}
