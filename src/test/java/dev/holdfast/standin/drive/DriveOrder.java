package dev.holdfast.standin.drive;

import dev.holdfast.standin.content.FileKind;
import dev.holdfast.standin.http.ApiError;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** The {@code orderBy} of files.list. */
final class DriveOrder {

    private static final Map<String, Comparator<StandInDriveFile>> KEYS = Map.of(
            "modifiedTime", Comparator.comparing(StandInDriveFile::modified),
            "modifiedByMeTime", Comparator.comparing(StandInDriveFile::modified),
            "viewedByMeTime", Comparator.comparing(StandInDriveFile::modified),
            "createdTime", Comparator.comparing(StandInDriveFile::modified),
            "recency", Comparator.comparing(StandInDriveFile::modified),
            "name", Comparator.comparing(StandInDriveFile::name),
            "name_natural", Comparator.comparing((StandInDriveFile file) -> file.name().toLowerCase(Locale.ROOT)),
            "folder", Comparator.comparing((StandInDriveFile file) -> file.kind() != FileKind.FOLDER),
            "quotaBytesUsed", Comparator.comparingLong(StandInDriveFile::size));

    private DriveOrder() {}

    /** Reads keys with an optional {@code desc}, separated by commas. */
    static Comparator<StandInDriveFile> parse(String orderBy) {
        Comparator<StandInDriveFile> order = null;
        for (String part : orderBy.split(",", -1)) {
            String[] words = part.trim().split("\\s+");
            Comparator<StandInDriveFile> key = KEYS.get(words[0]);
            boolean descending = words.length == 2 && words[1].equals("desc");
            if (key == null || words.length > 2 || (words.length == 2 && !descending)) {
                throw ApiError.parameter(400, "invalid", "orderBy", "Invalid Value").refusal();
            }
            Comparator<StandInDriveFile> next = descending ? key.reversed() : key;
            order = order == null ? next : order.thenComparing(next);
        }
        return order;
    }

    /** Puts the best first: files with the words in their name before those that only mention them. */
    static Comparator<StandInDriveFile> relevance(Iterable<String> fullText) {
        return Comparator.comparingInt((StandInDriveFile file) -> -score(file, fullText));
    }

    private static int score(StandInDriveFile file, Iterable<String> fullText) {
        int score = 0;
        for (String text : fullText) {
            for (String word : text.toLowerCase(Locale.ROOT).replace("\"", "").split("\\s+")) {
                score += file.name().toLowerCase(Locale.ROOT).contains(word) ? 2 : 1;
            }
        }
        return score;
    }
}
