package dev.holdfast.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The search language of files.list, as far as it is used here: terms joined with {@code and}. */
record DriveQuery(Predicate<DriveFile> matches, List<String> fullText) {

    private static final Pattern TERM = Pattern.compile(
            "\\s*(?:(trashed)\\s*(=|!=)\\s*(true|false)"
                    + "|(fullText|name)\\s+contains\\s+'((?:[^'\\\\]|\\\\.)*)'"
                    + "|(mimeType|name)\\s*(=|!=)\\s*'((?:[^'\\\\]|\\\\.)*)'"
                    + "|'me'\\s+in\\s+(owners))\\s*");
    private static final Pattern AND = Pattern.compile("and\\b");

    static DriveQuery parse(String q) {
        if (q == null) {
            return new DriveQuery(file -> true, List.of());
        }
        Predicate<DriveFile> matches = file -> true;
        List<String> fullText = new ArrayList<>();
        int at = 0;
        do {
            Matcher term = TERM.matcher(q).region(at, q.length());
            if (!term.lookingAt()) {
                throw malformed();
            }
            matches = matches.and(predicate(term));
            if ("fullText".equals(term.group(4))) {
                fullText.add(unescape(term.group(5)));
            }
            at = afterAnd(q, term.end());
        } while (at < q.length());
        return new DriveQuery(matches, fullText);
    }

    private static int afterAnd(String q, int end) {
        Matcher and = AND.matcher(q).region(end, q.length());
        if (end < q.length() && (!and.lookingAt() || and.end() == q.length())) {
            throw malformed();
        }
        return end < q.length() ? and.end() : end;
    }

    private static Predicate<DriveFile> predicate(Matcher term) {
        if (term.group(1) != null) {
            boolean trashed = Boolean.parseBoolean(term.group(3)) == term.group(2).equals("=");
            return file -> file.is(DriveFile.Flag.TRASHED) == trashed;
        }
        if (term.group(4) != null) {
            String value = unescape(term.group(5));
            return term.group(4).equals("name") ? file -> nameContains(file, value) : file -> mentions(file, value);
        }
        if (term.group(6) != null) {
            String value = unescape(term.group(8));
            boolean equal = term.group(7).equals("=");
            boolean byName = term.group(6).equals("name");
            return file -> (byName ? file.name() : file.kind().mimeType()).equals(value) == equal;
        }
        return file -> !file.is(DriveFile.Flag.FOREIGN);
    }

    /** As Drive does: by the beginnings of words. */
    private static boolean nameContains(DriveFile file, String value) {
        return (" " + lower(file.name())).matches("(?s).*[^\\p{L}\\p{N}]" + Pattern.quote(lower(value)) + ".*")
                || lower(file.name()).startsWith(lower(value));
    }

    /** All words, or the phrase in double quotes. */
    private static boolean mentions(DriveFile file, String value) {
        String all = lower(file.name() + " " + file.text());
        String wanted = lower(value).trim();
        if (wanted.length() > 1 && wanted.startsWith("\"") && wanted.endsWith("\"")) {
            return all.contains(wanted.substring(1, wanted.length() - 1));
        }
        for (String word : wanted.split("\\s+")) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String unescape(String text) {
        return text.replaceAll("(?s)\\\\(.)", "$1");
    }

    private static Refused malformed() {
        return ApiError.parameter(400, "invalid", "q", "Invalid Value").refusal();
    }
}
