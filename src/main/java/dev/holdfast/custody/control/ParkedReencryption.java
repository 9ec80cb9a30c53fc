package dev.holdfast.custody.control;

import dev.holdfast.crypto.control.Envelope;
import dev.holdfast.crypto.control.Reencryptable;
import dev.holdfast.custody.entity.ParkedRevocation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;

/** Moves parked revocations to the key that encrypts now; what no key opens is gone within a day anyway. */
@ApplicationScoped
public class ParkedReencryption implements Reencryptable {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @Inject RevocationStore store;
    @Inject Envelope envelope;

    @Override
    public String name() {
        return "parked revocations";
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public Page reencryptAfter(String after, int most) {
        List<ParkedRevocation> parked = store.after(after.isEmpty() ? BEFORE_ALL : UUID.fromString(after), most);
        int moved = 0;
        int left = 0;
        for (ParkedRevocation each : parked) {
            if (envelope.keyNumber(each.token()) != envelope.primaryKeyNumber()) {
                boolean done = envelope.decrypt(each.token(), ParkedRevocation.tokenOf(each.id()))
                        .filter(token -> store.rewrap(each.id(), envelope.encrypt(token, ParkedRevocation.tokenOf(each.id()))))
                        .isPresent();
                moved += done ? 1 : 0;
                left += done ? 0 : 1;
            }
        }
        return new Page(parked.size() < most ? null : parked.get(parked.size() - 1).id().toString(), moved, left);
    }
}
