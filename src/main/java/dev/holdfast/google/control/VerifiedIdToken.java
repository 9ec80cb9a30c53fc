package dev.holdfast.google.control;

import dev.holdfast.account.entity.AccountProfile;

/** An ID token that passed every check of OpenID Connect Core section 3.1.3.7; only its verifier can make one. */
public final class VerifiedIdToken {

    private final AccountProfile profile;

    VerifiedIdToken(AccountProfile profile) {
        this.profile = profile;
    }

    public AccountProfile profile() {
        return profile;
    }

    @Override
    public String toString() {
        return "VerifiedIdToken[" + profile.issuer() + "]";
    }
}
