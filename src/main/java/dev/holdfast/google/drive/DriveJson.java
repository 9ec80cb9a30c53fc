package dev.holdfast.google.drive;

import dev.holdfast.google.wire.JsonBody;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads Drive's resources. The result is empty for an unreadable resource; an unusable member counts as absent. */
public final class DriveJson {

    private DriveJson() {}

    /** Reads a {@code drive#fileList}; leaves out and counts each entry that is not a file. */
    public static Optional<DrivePage> page(String body) {
        return JsonBody.members(body).flatMap(DriveJson::page);
    }

    /** Reads a {@code drive#file}. */
    public static Optional<DriveFile> file(String body) {
        return JsonBody.members(body).flatMap(DriveJson::file);
    }

    private static Optional<DrivePage> page(Map<String, Object> members) {
        Optional<String> next = text(members, "nextPageToken");
        return entries(members, next.isPresent()).map(entries -> {
            List<DriveFile> files = entries.stream().flatMap(entry -> file(entry).stream()).toList();
            boolean incomplete = Boolean.TRUE.equals(members.get("incompleteSearch"));
            return new DrivePage(files, next, incomplete, entries.size() - files.size());
        });
    }

    /**
     * Returns the entries. A page without files may lack the member if a next page follows; otherwise the answer is not a
     * listing.
     */
    private static Optional<List<?>> entries(Map<String, Object> members, boolean goesOn) {
        Object entries = members.get("files");
        return entries == null && goesOn ? Optional.of(List.of())
                : Optional.ofNullable(entries instanceof List<?> list ? list : null);
    }

    private static Optional<DriveFile> file(Object entry) {
        return entry instanceof Map<?, ?> members
                ? text(members, "id").flatMap(DriveFileId::parse).map(id -> file(id, members)) : Optional.empty();
    }

    private static DriveFile file(DriveFileId id, Map<?, ?> members) {
        return new DriveFile(id, text(members, "name").orElse(""),
                text(members, "mimeType").orElse("application/octet-stream"), size(members), modifiedAt(members),
                link(members, "webViewLink"), link(members, "iconLink"), ownedByMe(members),
                text(members, "driveId").isPresent());
    }

    private static Optional<Boolean> ownedByMe(Map<?, ?> members) {
        return members.get("ownedByMe") instanceof Boolean owned ? Optional.of(owned) : Optional.empty();
    }

    /** Reads the size, which JSON carries as an int64 in a string. */
    private static OptionalLong size(Map<?, ?> members) {
        Object size = members.get("size");
        return size != null && size.toString().matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(size.toString())) : OptionalLong.empty();
    }

    /** Reads a time in the form of RFC 3339. */
    private static Optional<Instant> modifiedAt(Map<?, ?> members) {
        try {
            return text(members, "modifiedTime").map(Instant::parse);
        } catch (DateTimeParseException unusable) {
            return Optional.empty();
        }
    }

    /** Reads a link that a browser may safely follow: http or https, never {@code javascript:}. */
    private static Optional<String> link(Map<?, ?> members, String name) {
        return text(members, name).filter(link -> {
            try {
                String scheme = URI.create(link).getScheme();
                return "https".equals(scheme) || "http".equals(scheme);
            } catch (IllegalArgumentException malformed) {
                return false;
            }
        });
    }

    private static Optional<String> text(Map<?, ?> members, String name) {
        return members.get(name) instanceof String value && !value.isEmpty() ? Optional.of(value) : Optional.empty();
    }
}
