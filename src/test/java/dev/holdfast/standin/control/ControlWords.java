package dev.holdfast.standin.control;

import java.util.Map;
import java.util.stream.Collectors;

/** The words for the effect of a control command, and for the place to look at now. */
final class ControlWords {

    private ControlWords() {}

    static String done(String command, ControlFields fields) {
        return switch (command) {
            case "reset" -> "Everything is as at the start";
            case "counts/reset" -> "Counts set to zero";
            case "journal/clear" -> "Journal cleared";
            case "scenarios" -> Scenario.of(fields.required("name")).title() + forWhom(fields);
            case "weather" -> "Bad answers in " + fields.get("area") + forWhom(fields);
            case "calm" -> "Bad answers ended";
            case "switches" -> settings(fields.values()) + forWhom(fields);
            case "grants/revoke" -> "Access removed" + forWhom(fields);
            case "grants/kill-refresh-tokens" -> "Refresh tokens ended" + forWhom(fields);
            case "grants/kill-access-tokens" -> "Access tokens refused" + forWhom(fields);
            case "signals" -> "Signal sent: " + fields.get("event") + forWhom(fields);
            case "people" -> "Changed " + fields.get("person");
            case "clock" -> "Clock moved by " + fields.get("advance");
            case "keys/rotate" -> "New signing key";
            case "keys/replace" -> "New signing key, and the former one is gone";
            default -> "Registered client " + fields.get("id");
        };
    }

    /** Returns where to look now; empty if there is no such place. */
    static String next(String command, ControlFields fields) {
        return switch (command) {
            case "scenarios" -> "In Holdfast: " + Scenario.of(fields.required("name")).seen();
            case "grants/revoke" -> "Now open Files in Holdfast: " + Scenario.ACCESS_REMOVED.seen();
            case "grants/kill-refresh-tokens" -> "In Holdfast: " + Scenario.REFRESH_TOKENS_LOST.seen();
            case "grants/kill-access-tokens" -> "Now open Files in Holdfast: " + Scenario.TOKENS_REFUSED_ONCE.seen();
            default -> "";
        };
    }

    private static String forWhom(ControlFields fields) {
        return ", " + (fields.get("person") == null ? "everybody" : fields.get("person"));
    }

    private static String settings(Map<String, String> values) {
        return values.entrySet().stream().filter(value -> !value.getKey().equals("person"))
                .map(value -> value.getKey() + (value.getValue().isEmpty() ? " put back" : " = " + value.getValue()))
                .collect(Collectors.joining(", "));
    }
}
