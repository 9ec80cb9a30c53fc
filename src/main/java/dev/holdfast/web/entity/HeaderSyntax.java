package dev.holdfast.web.entity;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells readable header fields from unreadable ones. RFC 9110 lets a server disregard unreadable fields (sections 12.5.1,
 * 12.5.4 and 13.1.3); Liberty answers some of them with a stack trace in the log.
 */
public final class HeaderSyntax {

    private static final Set<String> CHECKED =
            Set.of("accept", "accept-language", "content-type", "if-modified-since", "if-unmodified-since");
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}";
    private static final Pattern MEDIA_TYPE = Pattern.compile(TOKEN + "/" + TOKEN);
    private static final Pattern LANGUAGE = Pattern.compile("\\*|[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8}){0,8}");
    private static final Pattern WEIGHT = Pattern.compile("[01](\\.[0-9]{0,9})?");
    private static final Pattern PARAMETER = Pattern.compile(TOKEN + "=[\\x20-\\x7E]{0,256}");

    private HeaderSyntax() {}

    /** Whether this field does harm if it is unreadable. */
    public static boolean isChecked(String name) {
        return CHECKED.contains(name.toLowerCase(Locale.ROOT));
    }

    public static boolean isReadable(String name, String value) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "accept" -> isList(value, MEDIA_TYPE);
            case "accept-language" -> isList(value, LANGUAGE);
            case "content-type" -> value.indexOf(',') < 0 && isItem(value, MEDIA_TYPE);
            case "if-modified-since", "if-unmodified-since" -> isDate(value);
            default -> true;
        };
    }

    private static boolean isList(String value, Pattern kind) {
        for (String item : value.split(",", -1)) {
            if (!item.isBlank() && !isItem(item, kind)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether {@code item} is {@code kind *( ";" name "=" value )}, with the weight {@code q} among the parameters (RFC
     * 9110 section 12.4.2).
     */
    private static boolean isItem(String item, Pattern kind) {
        String[] parts = item.split(";", -1);
        boolean readable = kind.matcher(parts[0].strip()).matches();
        for (int i = 1; i < parts.length && readable; i++) {
            readable = isParameter(parts[i].strip());
        }
        return readable;
    }

    private static boolean isParameter(String parameter) {
        if (parameter.regionMatches(true, 0, "q=", 0, 2)) {
            return WEIGHT.matcher(parameter.substring(2)).matches();
        }
        return parameter.isEmpty() || PARAMETER.matcher(parameter).matches();
    }

    /** Accepts the form that is sent today. The two older forms count as unreadable, which costs only a full answer. */
    private static boolean isDate(String value) {
        try {
            DateTimeFormatter.RFC_1123_DATE_TIME.parse(value.strip());
            return true;
        } catch (DateTimeParseException unreadable) {
            return false;
        }
    }
}
