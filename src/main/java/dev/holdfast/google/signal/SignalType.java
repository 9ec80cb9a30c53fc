package dev.holdfast.google.signal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kinds of events that Holdfast acts on, each with the URIs by which transmitters name it: Google's RISC, OpenID CAEP and
 * the OpenID Shared Signals Framework.
 */
public enum SignalType {
    SESSIONS_REVOKED("risc/event-type/sessions-revoked", "caep/event-type/session-revoked"),
    TOKENS_REVOKED("oauth/event-type/tokens-revoked"),
    TOKEN_REVOKED("oauth/event-type/token-revoked"),
    ACCOUNT_DISABLED("risc/event-type/account-disabled"),
    ACCOUNT_ENABLED("risc/event-type/account-enabled"),
    ACCOUNT_PURGED("risc/event-type/account-purged"),
    ACCOUNT_CREDENTIAL_CHANGE_REQUIRED("risc/event-type/account-credential-change-required",
            "caep/event-type/credential-change"),
    VERIFICATION("risc/event-type/verification", "ssf/event-type/verification"),
    /** Any other event: counted, and nothing else. */
    UNKNOWN();

    private static final String SECEVENT = "https://schemas.openid.net/secevent/";

    private final List<String> names;

    SignalType(String... names) {
        this.names = List.of(names);
    }

    /** Returns the short name, such as {@code sessions-revoked}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the kind of a short name; unknown names are {@link #UNKNOWN}. */
    public static SignalType ofCode(String code) {
        return Stream.of(values()).filter(type -> type.code().equals(code)).findFirst().orElse(UNKNOWN);
    }

    /** Returns the URIs of the events that Google documents, by which its stream is asked for them. */
    public static Set<String> urisOfGoogle() {
        // Google's page does not list account-purged; if it comes all the same, it has its effect.
        return Stream.of(values()).filter(type -> type != UNKNOWN && type != ACCOUNT_PURGED)
                .map(type -> SECEVENT + type.names.get(0)).collect(Collectors.toUnmodifiableSet());
    }

    static SignalType ofUri(String uri) {
        return Stream.of(values()).filter(type -> type.names.stream().anyMatch(name -> uri.equals(SECEVENT + name)))
                .findFirst().orElse(UNKNOWN);
    }
}
