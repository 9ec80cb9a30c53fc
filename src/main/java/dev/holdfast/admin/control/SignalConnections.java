package dev.holdfast.admin.control;

import dev.holdfast.admin.entity.AdminAct;
import dev.holdfast.admin.entity.AdminAct.Kind;
import dev.holdfast.doctor.control.SignalConnection;
import dev.holdfast.doctor.entity.Finding;
import dev.holdfast.doctor.entity.SignalSetup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Connects Google's security signals for an administrator, one attempt at a time on this node. The audit trail's entry is
 * committed first, since no transaction is open while Google is asked.
 */
@ApplicationScoped
public class SignalConnections {

    @Inject SignalConnection connection;
    @Inject AuditTrail audit;

    private final ReentrantLock connecting = new ReentrantLock();

    public SignalSetup setup() {
        return connection.setup();
    }

    /**
     * Returns what came of the attempt; empty while another one is under way.
     *
     * @param replacing the address, as it was shown, from which the stream may be taken away
     */
    public Optional<Finding> connect(UUID admin, Optional<String> replacing) {
        if (!connecting.tryLock()) {
            return Optional.empty();
        }
        try {
            audit.told(admin, replacing.map(AdminAct::takingSignalsFrom).orElse(AdminAct.of(Kind.SIGNALS_CONNECTED)));
            return Optional.of(connection.connect(replacing));
        } finally {
            connecting.unlock();
        }
    }
}
