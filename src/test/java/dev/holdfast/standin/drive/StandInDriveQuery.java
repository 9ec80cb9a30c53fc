package dev.holdfast.standin.drive;

import dev.holdfast.standin.http.ApiError;
import dev.holdfast.standin.http.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The search language of files.list, as far as it is used here: terms joined with {@code and} and {@code or}, with
 * parentheses; {@code and} binds stronger.
 */
record StandInDriveQuery(Predicate<StandInDriveFile> matches, List<String> fullText, List<String> folders) {

    private static final Pattern TERM = Pattern.compile(
            "(?:(trashed)\\s*(=|!=)\\s*(true|false)"
                    + "|(fullText|name)\\s+contains\\s+'((?:[^'\\\\]|\\\\.)*)'"
                    + "|(mimeType|name)\\s*(=|!=)\\s*'((?:[^'\\\\]|\\\\.)*)'"
                    + "|(mimeType)\\s+contains\\s+'([a-z/.-]+)'"
                    + "|'([A-Za-z0-9_-]+)'\\s+in\\s+parents"
                    + "|'me'\\s+in\\s+(owners))", Pattern.DOTALL);
    private static final Pattern AND = Pattern.compile("and\\b");
    private static final Pattern OR = Pattern.compile("or\\b");
    private static final Pattern OPEN = Pattern.compile("\\(");
    private static final Pattern CLOSE = Pattern.compile("\\)");
    private static final Pattern SPACE = Pattern.compile("\\s*");

    static StandInDriveQuery parse(String q) {
        if (q == null) {
            return new StandInDriveQuery(file -> true, List.of(), List.of());
        }
        Reader reader = new Reader(q);
        Predicate<StandInDriveFile> matches = reader.alternatives();
        if (!reader.isAtEnd()) {
            throw malformed();
        }
        return new StandInDriveQuery(matches, List.copyOf(reader.fullText), List.copyOf(reader.folders));
    }

    /** Reads one query from left to right. */
    private static final class Reader {

        private final String q;
        private final List<String> fullText = new ArrayList<>();
        private final List<String> folders = new ArrayList<>();
        private int at;

        private Reader(String q) {
            this.q = q;
        }

        private Predicate<StandInDriveFile> alternatives() {
            Predicate<StandInDriveFile> matches = all();
            while (next(OR) != null) {
                matches = matches.or(all());
            }
            return matches;
        }

        private Predicate<StandInDriveFile> all() {
            Predicate<StandInDriveFile> matches = one();
            while (next(AND) != null) {
                matches = matches.and(one());
            }
            return matches;
        }

        private Predicate<StandInDriveFile> one() {
            if (next(OPEN) == null) {
                return term();
            }
            Predicate<StandInDriveFile> inside = alternatives();
            if (next(CLOSE) == null) {
                throw malformed();
            }
            return inside;
        }

        private Predicate<StandInDriveFile> term() {
            Matcher term = next(TERM);
            if (term == null) {
                throw malformed();
            }
            if ("fullText".equals(term.group(4))) {
                fullText.add(unescape(term.group(5)));
            }
            if (term.group(11) != null) {
                folders.add(term.group(11));
            }
            return predicate(term);
        }

        private Matcher next(Pattern what) {
            Matcher space = SPACE.matcher(q).region(at, q.length());
            space.lookingAt();
            Matcher found = what.matcher(q).region(space.end(), q.length());
            if (!found.lookingAt()) {
                return null;
            }
            at = found.end();
            return found;
        }

        private boolean isAtEnd() {
            return q.substring(at).isBlank();
        }
    }

    private static Predicate<StandInDriveFile> predicate(Matcher term) {
        if (term.group(1) != null) {
            boolean trashed = Boolean.parseBoolean(term.group(3)) == term.group(2).equals("=");
            return file -> file.is(StandInDriveFile.Flag.TRASHED) == trashed;
        }
        if (term.group(4) != null) {
            DriveWords wanted = new DriveWords(unescape(term.group(5)));
            return term.group(4).equals("name")
                    ? file -> wanted.begin(file.name()) : file -> wanted.areIn(file.name() + " " + file.text());
        }
        if (term.group(6) != null) {
            String value = unescape(term.group(8));
            boolean equal = term.group(7).equals("=");
            boolean byName = term.group(6).equals("name");
            return file -> (byName ? file.name() : file.kind().mimeType()).equals(value) == equal;
        }
        if (term.group(9) != null) {
            return file -> file.kind().mimeType().startsWith(term.group(10));
        }
        if (term.group(11) != null) {
            return file -> file.parent().equals(term.group(11));
        }
        return file -> !file.is(StandInDriveFile.Flag.FOREIGN) && !file.is(StandInDriveFile.Flag.SHARED_DRIVE);
    }

    private static String unescape(String text) {
        return text.replaceAll("(?s)\\\\(.)", "$1");
    }

    private static Refused malformed() {
        return ApiError.parameter(400, "invalid", "q", "Invalid Value").refusal();
    }
}
