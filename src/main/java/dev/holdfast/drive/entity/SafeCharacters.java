package dev.holdfast.drive.entity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces characters that a file name must not contain by {@code _}: path separators, control characters, and characters
 * that reverse the direction of text (Unicode TR 36, section 2.1), so that {@code "\u202Efdp.exe"} cannot pose as a PDF.
 * Keeps joiners where scripts and emoji need them.
 */
final class SafeCharacters {

    /** The characters that a joiner may stand between: letters (Persian, Hindi) and the parts of an emoji. */
    private static final Pattern WRITTEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{S}&&[^<>|]]");

    /** The signs that end a syllable: after one of them, a joiner may also close a word (older Malayalam). */
    private static final String VIRAMAS = "\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA";

    /** The flags of England, Scotland and Wales (Unicode TR 51, emoji tag sequences). */
    private static final String FLAG = "\\x{1F3F4}[\\x{E0030}-\\x{E0039}\\x{E0061}-\\x{E007A}]{1,6}\\x{E007F}";

    private static final Pattern JOINED = Pattern.compile(FLAG + "|[\\u200C\\u200D]");

    /**
     * Invisible characters that do not reverse text: soft hyphen, direction marks, zero width space, byte order mark.
     */
    private static final String UNSEEN = "[\\u00AD\\u061C\\u200B-\\u200F\\u2060\\uFEFF]";

    private static final Pattern REFUSED = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}/\\\\:*?\"<>|]");

    private SafeCharacters() {}

    static String of(String name) {
        StringBuilder safe = new StringBuilder();
        Matcher joined = JOINED.matcher(name);
        int done = 0;
        while (joined.find()) {
            if (joined.end() - joined.start() > 1 || isNeeded(name, joined.start())) {
                safe.append(cleaned(name.substring(done, joined.start()))).append(joined.group());
                done = joined.end();
            }
        }
        return safe.append(cleaned(name.substring(done))).toString();
    }

    private static boolean isNeeded(String name, int joiner) {
        return joiner > 0 && (VIRAMAS.indexOf(name.charAt(joiner - 1)) >= 0
                || joiner + 1 < name.length()
                && isWritten(name.codePointBefore(joiner)) && isWritten(name.codePointAt(joiner + 1)));
    }

    private static boolean isWritten(int codePoint) {
        return WRITTEN.matcher(Character.toString(codePoint)).matches();
    }

    private static String cleaned(String text) {
        return REFUSED.matcher(text.replaceAll(UNSEEN, "")).replaceAll("_");
    }
}
