package dev.holdfast.custody.grant;

import dev.holdfast.crypto.control.Reencryptable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Moves the tokens of grants to the primary key, with the fingerprints of the refresh tokens. Rows of before there were
 * fingerprints get theirs in the same way. A concurrent refresh or sign-in wins: it has used that key already.
 */
@ApplicationScoped
public class GrantReencryption implements Reencryptable {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @Inject GrantStore store;
    @Inject TokenEncryption encryption;

    @Override
    public String name() {
        return "grants";
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public Page reencryptAfter(String after, int most) {
        List<Grant> grants = store.after(after.isEmpty() ? BEFORE_ALL : UUID.fromString(after), most);
        int moved = 0;
        int left = 0;
        for (Grant grant : grants) {
            if (!encryption.isUnderPrimaryKey(grant) || !grant.hasFingerprints()) {
                boolean done = encryption.reencrypt(grant).filter(tokens -> store.reencrypt(grant, tokens)).isPresent();
                moved += done ? 1 : 0;
                left += done ? 0 : 1;
            }
        }
        Optional<String> last = grants.size() < most ? Optional.empty()
                : Optional.of(grants.get(grants.size() - 1).accountId().toString());
        return new Page(last, moved, left);
    }
}
