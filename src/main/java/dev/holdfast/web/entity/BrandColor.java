package dev.holdfast.web.entity;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A colour on which white text is readable: its contrast with white is at least 4.5 to 1 (WCAG 2.2, success criterion
 * 1.4.3). Written as {@code #rrggbb} in lower case.
 */
public record BrandColor(String hex) {

    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");
    private static final double LEAST_CONTRAST = 4.5;
    private static final double WHITE = 1.0;
    private static final double FLARE = 0.05;

    /** The primary colour of the theme, used if an installation sets no colour. */
    public static final BrandColor STANDARD = new BrandColor("#005cbb");

    public BrandColor {
        if (!HEX.matcher(hex).matches() || contrastWithWhite(hex) < LEAST_CONTRAST) {
            throw new IllegalArgumentException();
        }
    }

    /**
     * Reads {@code #rrggbb} in either case.
     *
     * @throws IllegalArgumentException for another form, and for a colour on which white text is hard to read
     */
    public static BrandColor parse(String text) {
        return new BrandColor(text.toLowerCase(Locale.ROOT));
    }

    /** Returns the contrast ratio (WCAG 2.2, "contrast ratio"). */
    private static double contrastWithWhite(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        double luminance = 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
        return (WHITE + FLARE) / (luminance + FLARE);
    }

    /** Returns the linear value of a channel (WCAG 2.2, "relative luminance"). */
    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
