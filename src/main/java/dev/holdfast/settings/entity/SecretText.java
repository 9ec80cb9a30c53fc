package dev.holdfast.settings.entity;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognises text that cannot be a secret or an identifier: RFC 6749 appendix A allows only %x20-7E. Any other character is
 * nearly always damage done on the way: a byte order mark, a second line, quotes that a file kept.
 */
public final class SecretText {

    private static final Pattern VISIBLE = Pattern.compile("[\\x20-\\x7E]*");
    private static final Pattern QUOTED = Pattern.compile("(?s)([\"'`]).*\\1|[\u201c\u201d\u2018\u2019].*");
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private SecretText() {}

    /** Returns the cure, which quotes no character of the secret; empty if nothing is wrong. */
    public static Optional<String> faultOf(String secret) {
        if (secret.indexOf(BYTE_ORDER_MARK) >= 0) {
            return Optional.of("begins with a byte order mark: save it as UTF-8 without one");
        }
        if (secret.indexOf('\n') >= 0 || secret.indexOf('\r') >= 0) {
            return Optional.of("has several lines: it must be one line and nothing else");
        }
        if (secret.length() > 1 && QUOTED.matcher(secret).matches()) {
            return Optional.of("has quotes around it, which would be part of it: take them away (docker --env-file keeps them)");
        }
        return VISIBLE.matcher(secret).matches() ? Optional.empty()
                : Optional.of("has a character that is none of visible ASCII (RFC 6749 appendix A): it was changed on its way"
                        + " here, or belongs to something else");
    }
}
