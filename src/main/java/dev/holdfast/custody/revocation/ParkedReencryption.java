package dev.holdfast.custody.revocation;

import dev.holdfast.crypto.control.Envelope;
import dev.holdfast.crypto.control.Reencryptable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Counts the parked revocations under an older key and re-encrypts none. The hash that finds them when the person signs
 * in again is of that key too and cannot be recomputed. They are gone within a day, and then nothing is left.
 */
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
        int left = (int) parked.stream()
                .filter(each -> envelope.keyNumber(each.token()) != envelope.primaryKeyNumber()).count();
        Optional<String> last = parked.size() < most ? Optional.empty()
                : Optional.of(parked.get(parked.size() - 1).id().toString());
        return new Page(last, 0, left);
    }
}
