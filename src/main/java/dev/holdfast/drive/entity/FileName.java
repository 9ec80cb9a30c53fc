package dev.holdfast.drive.entity;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes file names that any system can save, because Drive allows slashes, line ends and any length. A result is never
 * empty, a path or hidden. It has at most {@value #MOST} bytes in UTF-8, and so at most as many UTF-16 units: the limits
 * of ext4, APFS and NTFS. A longer name is cut at the end of its stem, always between characters, and keeps its
 * extension.
 */
public final class FileName {

    static final int MOST = 255;

    private static final String NAMELESS = "download";

    /** {@code .pdf}, {@code .tar.gz}: short, so that a sentence after a full stop is no extension. */
    private static final Pattern EXTENSION = Pattern.compile("(?:\\.tar)?\\.[\\p{L}\\p{M}\\p{N}_-]{1,16}$");

    /** The text a person sees as one character (UAX 29), together with everything that a joiner ties to it. */
    private static final Pattern PIECE = Pattern.compile("\\X(?:(?<=[\\u200C\\u200D])\\X)*");

    private FileName() {}

    public static String of(String name) {
        String safe = visible(SafeCharacters.of(name));
        Matcher extension = EXTENSION.matcher(safe);
        return fits(safe, MOST) || !extension.find()
                ? fitted(safe, "") : fitted(safe.substring(0, extension.start()), extension.group());
    }

    /** Returns a safe name with this extension, which is added unless the name already has it. */
    public static String of(String name, String extension) {
        String suffix = "." + extension;
        String safe = visible(SafeCharacters.of(name));
        return safe.toLowerCase(Locale.ROOT).endsWith(suffix) ? of(name) : fitted(safe, suffix);
    }

    /** Removes dots at the start, which would hide the file, and dots and spaces at the end, which Windows would remove. */
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

    /** Returns as many whole pieces as fit; if even the first is too long, as many of its code points as fit. */
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
