package dev.holdfast.web.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chooses the form of a file that a client prefers (RFC 9110 section 12.5.3): the form with the highest weight, the
 * smallest among equals. A client that refuses every form gets the file as it is. Unreadable members are ignored.
 */
public final class AcceptEncoding {

    private static final Pattern MEMBER = Pattern.compile(
            "\\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)\\s*(?:;\\s*[qQ]\\s*=\\s*(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?)\\s*)?");
    private static final String IDENTITY = "identity";
    private static final String ANY = "*";

    private final Map<String, Double> weights = new HashMap<>();

    /** Reads {@code headers}, all the values of that header, as one list. */
    public AcceptEncoding(List<String> headers) {
        for (String member : String.join(",", headers).split(",")) {
            Matcher read = MEMBER.matcher(member);
            if (read.matches()) {
                weights.put(nameOf(read.group(1)), read.group(2) == null ? 1.0 : Double.parseDouble(read.group(2)));
            }
        }
    }

    /** Returns the preferred coding; empty means the file as it is. */
    public Optional<Coding> bestOf(Set<Coding> there) {
        Optional<Coding> best = Optional.empty();
        // The file as it is stays acceptable if it is not named, but a client that names a coding prefers that coding.
        double highest = weights.getOrDefault(IDENTITY, 0.0);
        for (Coding coding : Coding.values()) {
            double weight = weights.getOrDefault(coding.token(), weights.getOrDefault(ANY, 0.0));
            boolean wanted = weight > highest || weight == highest && weight > 0 && best.isEmpty();
            if (wanted && there.contains(coding)) {
                best = Optional.of(coding);
                highest = weight;
            }
        }
        return best;
    }

    /** Applies section 8.4.1: names in any case, and {@code x-gzip} is {@code gzip}. */
    private static String nameOf(String token) {
        String name = token.toLowerCase(Locale.ROOT);
        return name.equals("x-gzip") ? Coding.GZIP.token() : name;
    }
}
