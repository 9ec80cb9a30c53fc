package dev.holdfast.standin.drive;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The words of a search, compared as Drive does ("Search query terms and operators"): {@code fullText} matches whole words
 * alone, {@code name} the beginnings of words.
 */
final class DriveWords {

    private final List<String> words;
    private final boolean phrase;

    DriveWords(String text) {
        String trimmed = text.trim();
        words = wordsOf(trimmed);
        phrase = trimmed.length() > 1 && trimmed.startsWith("\"") && trimmed.endsWith("\"");
    }

    /** Tells whether each word is the beginning of a word of the name. */
    boolean begin(String name) {
        List<String> there = wordsOf(name);
        return !words.isEmpty()
                && words.stream().allMatch(word -> there.stream().anyMatch(other -> other.startsWith(word)));
    }

    /** Tells whether each word is a word of the text; those of a phrase in double quotes have to follow one another. */
    boolean areIn(String text) {
        List<String> there = wordsOf(text);
        return !words.isEmpty()
                && (phrase ? Collections.indexOfSubList(there, words) >= 0 : there.containsAll(words));
    }

    private static List<String> wordsOf(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty()).toList();
    }
}
