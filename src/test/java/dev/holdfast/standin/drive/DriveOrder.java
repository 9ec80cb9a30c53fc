package dev.holdfast.standin.drive;

import dev.holdfast.standin.content.FileKind;
import dev.holdfast.standin.http.ApiError;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** The {@code orderBy} of files.list. */
final class DriveOrder {

    private static final Map<String, Comparator<DriveFile>> KEYS = Map.of(
            "modifiedTime", Comparator.comparing(DriveFile::modified),
            "modifiedByMeTime", Comparator.comparing(DriveFile::modified),
            "viewedByMeTime", Comparator.comparing(DriveFile::modified),
            "createdTime", Comparator.comparing(DriveFile::modified),
            "recency", Comparator.comparing(DriveFile::modified),
            "name", Comparator.comparing(DriveFile::name),
            "name_natural", Comparator.comparing((DriveFile file) -> file.name().toLowerCase(Locale.ROOT)),
            "folder", Comparator.comparing((DriveFile file) -> file.kind() != FileKind.FOLDER),
            "quotaBytesUsed", Comparator.comparingLong(DriveFile::size));

    private DriveOrder() {}

    /** Keys with an optional {@code desc}, separated by commas. */
    static Comparator<DriveFile> parse(String orderBy) {
        Comparator<DriveFile> order = null;
        for (String part : orderBy.split(",", -1)) {
            String[] words = part.trim().split("\\s+");
            Comparator<DriveFile> key = KEYS.get(words[0]);
            boolean descending = words.length == 2 && words[1].equals("desc");
            if (key == null || words.length > 2 || (words.length == 2 && !descending)) {
                throw ApiError.parameter(400, "invalid", "orderBy", "Invalid Value").refusal();
            }
            Comparator<DriveFile> next = descending ? key.reversed() : key;
            order = order == null ? next : order.thenComparing(next);
        }
        return order;
    }

    /** Best first: those named so before those that only mention it. */
    static Comparator<DriveFile> relevance(Iterable<String> fullText) {
        return Comparator.comparingInt((DriveFile file) -> -score(file, fullText));
    }

    private static int score(DriveFile file, Iterable<String> fullText) {
        int score = 0;
        for (String text : fullText) {
            for (String word : text.toLowerCase(Locale.ROOT).replace("\"", "").split("\\s+")) {
                score += file.name().toLowerCase(Locale.ROOT).contains(word) ? 2 : 1;
            }
        }
        return score;
    }
}
