package dev.holdfast;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The one list of words and openings that a stranger stumbles over, each with what to write instead. */
final class PlainEnglish {

    private static final String CLAUSE_BEGINS = "(?:(?:\\A|\\n)(?:(?:[-*>|]|#+|\\d+\\.) )|\\A|\\n\\s*\\n|[.:;!?,|]\\**\\s+"
            + "|\\b(?:and|but|or|so|that|because|if|when|while|where|which|what|then|until|unless)\\s+)\\**";

    private static final Map<Pattern, String> INSTEAD = instead();

    private static final Pattern FRAGMENT = Pattern.compile("^(?:Of|What|Where|Who|Whoever|Whose|Whom|Which|So|None|Nobody"
            + "|Somebody|Nothing|Those|Them|Else|Not|Neither|Nor|Too|For want)\\b");

    private PlainEnglish() {}

    private static Map<Pattern, String> instead() {
        Map<Pattern, String> words = new LinkedHashMap<>();
        words.put(word("who(?:so)?ever(?:'s)?|whomever|whosoever"), "name the actor: the caller, the person, the operator");
        words.put(word("anew"), "again");
        words.put(word("meanwhile"), "until then, during that time, or while and a verb");
        words.put(word("for\\s+want\\s+of"), "because there is no");
        words.put(word("in\\s+hand"), "running, available, or that it has");
        words.put(word("so\\s+long\\s+at\\s+least"), "at least that long");
        words.put(word("the\\s+(?:former|latter)"), "repeat the noun, or write previous");
        words.put(word("befalls?|befell|befallen"), "happens to, affects");
        words.put(word("in\\s+vain"), "without success");
        words.put(word("lest"), "so that not");
        words.put(word("(?:there|where|here)(?:of|upon|in|to|with)|whereby"), "two sentences");
        words.put(word("(?:nobody|somebody|no\\s+one|none)(?:'s)\\s+(?!else)"), "name the owner");
        words.put(Pattern.compile(CLAUSE_BEGINS + "(nobody|somebody|no\\s+one)\\b(?!'s)", Pattern.CASE_INSENSITIVE),
                "name the actor; for nobody turn the sentence round");
        return words;
    }

    private static Pattern word(String words) {
        return Pattern.compile("\\b(" + words + ")\\b", Pattern.CASE_INSENSITIVE);
    }

    /** Returns each word of the list that occurs in the text, with its line and the words to use instead. */
    static List<String> faultsIn(String prose) {
        return INSTEAD.entrySet().stream().flatMap(word -> word.getKey().matcher(prose).results()
                .map(found -> told(found, prose, word.getValue()))).toList();
    }

    /** Tells whether a comment opens with a fragment instead of a noun phrase or a verb. */
    static boolean opensWithAFragment(String comment) {
        return FRAGMENT.matcher(comment.strip()).find();
    }

    private static String told(MatchResult found, String prose, String instead) {
        long line = prose.substring(0, found.start(1)).chars().filter(sign -> sign == '\n').count() + 1;
        return "line " + line + ": \"" + found.group(1) + "\": " + instead;
    }
}
