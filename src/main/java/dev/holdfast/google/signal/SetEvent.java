package dev.holdfast.google.signal;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The one event of a token, in the form of Google's RISC ({@code subject} inside the event) or of the Shared Signals Framework
 * 1.0 ({@code sub_id} beside it). What cannot be read is empty: such an event is about no person that is known here.
 */
record SetEvent(SignalType type, Optional<String> subject, Optional<NamedToken> token, Optional<String> reason,
        Optional<String> state) {

    private static final Set<String> REASONS = Set.of("hijacking", "bulk-account");
    private static final Set<String> OF_A_PERSON = Set.of("iss_sub", "id_token_claims");
    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7E]{1,255}");
    private static final Pattern STATE = Pattern.compile("[\\x20-\\x7E]{1,200}");
    private static final int PREFIX = 16;
    private static final int DOUBLE_HASH_BYTES = 64;

    /** {@code subjectIssuers}: the spellings of the issuer of the accounts. */
    static SetEvent of(String uri, Map<?, ?> event, Object subjectId, Set<String> subjectIssuers) {
        Map<?, ?> subject = subjectId instanceof Map<?, ?> found ? found
                : event.get("subject") instanceof Map<?, ?> inside ? inside : Map.of();
        return new SetEvent(SignalType.ofUri(uri), person(subject, subjectIssuers), token(subject).or(() -> token(event)),
                text(event, "reason").filter(REASONS::contains),
                text(event, "state").filter(state -> STATE.matcher(state).matches()));
    }

    private static Optional<String> person(Map<?, ?> subject, Set<String> issuers) {
        String format = text(subject, "format").or(() -> text(subject, "subject_type")).orElse("").replace('-', '_');
        if (format.equals("complex") && subject.get("user") instanceof Map<?, ?> user && !user.containsKey("user")) {
            return person(user, issuers);
        }
        return OF_A_PERSON.contains(format) && text(subject, "iss").filter(issuers::contains).isPresent()
                ? text(subject, "sub").filter(sub -> SUBJECT.matcher(sub).matches()) : Optional.empty();
    }

    private static Optional<NamedToken> token(Map<?, ?> members) {
        Optional<String> value = text(members, "token");
        if (text(members, "token_type").filter("refresh_token"::equals).isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        return switch (text(members, "token_identifier_alg").orElse("")) {
            case "prefix" -> value.filter(token -> token.length() == PREFIX)
                    .map(token -> new NamedToken(NamedToken.Manner.PREFIX, token));
            case "hash_base64_sha512_sha512" -> standardBase64(value.get())
                    .map(hash -> new NamedToken(NamedToken.Manner.DOUBLE_HASH, hash));
            default -> Optional.empty();
        };
    }

    /** Returns the same bytes in standard base64 with padding, whichever of the two alphabets they came in. */
    private static Optional<String> standardBase64(String text) {
        try {
            byte[] hash = Base64.getUrlDecoder().decode(text.replace('+', '-').replace('/', '_'));
            return hash.length == DOUBLE_HASH_BYTES ? Optional.of(Base64.getEncoder().encodeToString(hash)) : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(Map<?, ?> members, String name) {
        return members.get(name) instanceof String value ? Optional.of(value) : Optional.empty();
    }
}
