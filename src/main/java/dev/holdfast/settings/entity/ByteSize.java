package dev.holdfast.settings.entity;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes, as operators write it: {@code 65536}, {@code 64kB}, {@code 1MB}. A kilobyte has 1024 bytes. */
public record ByteSize(long bytes) {

    private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,9}) ?([kmg]?b)?");
    private static final Map<String, Integer> SHIFTS = Map.of("b", 0, "kb", 10, "mb", 20, "gb", 30);

    /** Parses a size; throws {@link IllegalArgumentException} if it is none, or not within {@code 1kB} to {@code 1GB}. */
    public static ByteSize parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!written.matches()) {
            throw new IllegalArgumentException("no size");
        }
        long number = Long.parseLong(written.group(1));
        long bytes = number << SHIFTS.getOrDefault(written.group(2) == null ? "b" : written.group(2), 0);
        if (bytes < 1L << 10 || bytes > 1L << 30) {
            throw new IllegalArgumentException("out of bounds");
        }
        return new ByteSize(bytes);
    }
}
