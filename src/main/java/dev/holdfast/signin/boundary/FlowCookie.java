package dev.holdfast.signin.boundary;

import dev.holdfast.settings.entity.PublicUrl;
import dev.holdfast.signin.entity.SignInTransaction;
import java.util.Optional;

/**
 * The form of the transaction cookies (RFC 6265bis): one for each flow, for this host only, out of reach for scripts.
 * SameSite is Lax and not Strict, because the way back from Google is a cross-site navigation.
 */
final class FlowCookie {

    private static final String NAME = "holdfast-signin-";

    private final String prefix;
    private final String attributes;

    FlowCookie(PublicUrl publicUrl) {
        this.prefix = publicUrl.isHttps() ? "__Host-Http-" + NAME : NAME;
        this.attributes = "; Path=/; HttpOnly; SameSite=Lax" + (publicUrl.isHttps() ? "; Secure" : "");
    }

    String nameOf(String flow) {
        return prefix + flow;
    }

    /** The flow that this cookie belongs to; empty for every other cookie. */
    Optional<String> flowOf(String name) {
        return name.startsWith(prefix) ? Optional.of(name.substring(prefix.length())) : Optional.empty();
    }

    /** Returns the {@code Set-Cookie} value that keeps a transaction for its whole lifetime. */
    String keeping(String flow, String sealed) {
        return nameOf(flow) + "=" + sealed + "; Max-Age=" + SignInTransaction.LIFETIME.toSeconds() + attributes;
    }

    String deleting(String flow) {
        return nameOf(flow) + "=; Max-Age=0" + attributes;
    }
}
