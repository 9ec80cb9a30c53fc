package dev.holdfast.drive.entity;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file name any system can save: Drive allows slashes, line ends and text of any length in its own. Never empty, never
 * a path, never hidden, and at most {@value #MOST} bytes in UTF-8 and so at most as many UTF-16 units, which are the
 * limits of ext4, APFS and NTFS. A longer name loses the end of its stem, never part of a character, and keeps its
 * extension.
 */
public final class FileName {

    static final int MOST = 255;

    private static final String NAMELESS = "download";

    /** {@code .pdf}, {@code .tar.gz}: short, and no sentence that happens to follow a full stop. */
    private static final Pattern EXTENSION = Pattern.compile("(?:\\.tar)?\\.[\\p{L}\\p{M}\\p{N}_-]{1,16}$");

    /** What a person sees as one character (UAX 29), together with all that a joiner ties to it. */
    private static final Pattern PIECE = Pattern.compile("\\X(?:(?<=[\\u200C\\u200D])\\X)*");

    private FileName() {}

    public static String of(String name) {
        String safe = visible(SafeCharacters.of(name));
        Matcher extension = EXTENSION.matcher(safe);
        return fits(safe, MOST) || !extension.find()
                ? fitted(safe, "") : fitted(safe.substring(0, extension.start()), extension.group());
    }

    /** With this extension, unless the name has it already. */
    public static String of(String name, String extension) {
        String suffix = "." + extension;
        String safe = visible(SafeCharacters.of(name));
        return safe.toLowerCase(Locale.ROOT).endsWith(suffix) ? of(name) : fitted(safe, suffix);
    }

    /** No dots before it, which would hide it, and neither dots nor spaces after it, which Windows takes away. */
    private static String visible(String name) {
        String shown = name.strip().replaceFirst("^\\.+", "");
        int end = shown.length();
        while (end > 0 && (shown.charAt(end - 1) == '.' || Character.isWhitespace(shown.charAt(end - 1)))) {
            end--;
        }
        return shown.substring(0, end).isBlank() ? NAMELESS : shown.substring(0, end);
    }

    private static String fitted(String stem, String extension) {
        return fits(stem + extension, MOST) ? stem + extension
                : visible(beginning(stem, MOST - bytes(extension))) + extension;
    }

    /** As many whole pieces as there is room for; of a first piece that is too long by itself, whole code points. */
    private static String beginning(String text, int room) {
        String near = text.substring(0, Math.min(text.length(), 2 * MOST));
        int end = lastEnd(PIECE.matcher(near), near, room);
        return near.substring(0, end > 0 ? end : lastEnd(Pattern.compile("(?s).").matcher(near), near, room));
    }

    private static int lastEnd(Matcher pieces, String text, int room) {
        int end = 0;
        while (pieces.find() && fits(text.substring(0, pieces.end()), room)) {
            end = pieces.end();
        }
        return end;
    }

    private static boolean fits(String text, int room) {
        return bytes(text) <= room;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
