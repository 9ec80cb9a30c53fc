package dev.holdfast.drive.entity;

import java.util.Locale;

/**
 * A file name any system can save: Drive allows slashes, line ends and text of any length in its own. Never empty, never
 * a path, never hidden.
 */
public final class FileName {

    private static final int LONGEST = 150;
    private static final String NAMELESS = "download";

    private FileName() {}

    public static String of(String name) {
        String safe = shortened(name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}/\\\\:*?\"<>|]", "_").strip());
        String visible = safe.replaceFirst("^\\.+", "").replaceFirst("[.\\s]+$", "");
        return visible.isBlank() ? NAMELESS : visible;
    }

    /** With this extension, unless the name has it already. */
    public static String of(String name, String extension) {
        String suffix = "." + extension;
        String safe = of(name);
        return safe.toLowerCase(Locale.ROOT).endsWith(suffix) ? safe : safe + suffix;
    }

    /** From the middle, so that the extension stays. */
    private static String shortened(String name) {
        int[] characters = name.codePoints().toArray();
        if (characters.length <= LONGEST) {
            return name;
        }
        int tail = LONGEST / 3;
        return new String(characters, 0, LONGEST - tail) + new String(characters, characters.length - tail, tail);
    }
}
