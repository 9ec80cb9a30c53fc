package dev.holdfast.storage.control;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the statements of a migration that take something from servers of the previous version, which still run while it is
 * applied. Judges by the text alone; a comment {@code -- contract: why} before a statement says that no running version
 * needs what that statement takes.
 */
final class FormerVersion {

    private static final Pattern STATEMENT = Pattern.compile("((?:--[^\\n]*\\n|\\s)*)([^;]+);");
    private static final Pattern CREATED = Pattern.compile("create table (\\w+)");
    private static final Pattern TABLE = Pattern.compile("^(?:alter table|create unique index \\w+ on) (\\w+)");

    /** The statements that take something. Dropping an index or a constraint, or allowing null, takes nothing. */
    private static final List<Pattern> TAKING = Stream.of("\\bdrop (?!index|constraint|not null)", "\\brename\\b",
            "\\balter column (?!\\w+ (drop not null|set default|default|null)\\b)", "^truncate", "^create unique index",
            "\\badd constraint\\b", "\\badd (column )?\\w+ (?!.*\\bdefault\\b).*\\bnot null\\b")
            .map(Pattern::compile).toList();

    private FormerVersion() {}

    /** Returns the statements that take something away and do not say why they may. */
    static List<String> losesBy(String migration) {
        Set<String> created = CREATED.matcher(migration.toLowerCase(Locale.ROOT)).results().map(table -> table.group(1))
                .collect(Collectors.toSet());
        return STATEMENT.matcher(migration).results().filter(each -> !each.group(1).contains("-- contract: "))
                .map(FormerVersion::onOneLine).filter(each -> !created.contains(tableOf(each)))
                .filter(each -> TAKING.stream().anyMatch(taking -> taking.matcher(each).find())).toList();
    }

    private static String onOneLine(MatchResult statement) {
        return statement.group(2).replaceAll("--[^\\n]*", "").replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }

    private static String tableOf(String statement) {
        return TABLE.matcher(statement).results().map(found -> found.group(1)).findFirst().orElse("");
    }
}
