package dev.holdfast.custody.refresh;

import dev.holdfast.crypto.entity.Secret;
import java.util.Optional;

/**
 * The conditions that a caller puts on a refresh.
 *
 * @param rejected a token that Google's API refused and that must not be the answer
 * @param isCheck  whether Google is to be asked even if a stored token is fresh
 */
public record RefreshDemand(Optional<Secret> rejected, boolean isCheck) {

    public static final RefreshDemand ANY_TOKEN = new RefreshDemand(Optional.empty(), false);

    static final RefreshDemand CHECK = new RefreshDemand(Optional.empty(), true);

    static RefreshDemand insteadOf(Secret rejected) {
        return new RefreshDemand(Optional.of(rejected), false);
    }
}
