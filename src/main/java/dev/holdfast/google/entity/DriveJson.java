package dev.holdfast.google.entity;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads Drive's resources. What cannot be understood is empty as a whole; what is merely absent is absent. */
public final class DriveJson {

    private DriveJson() {}

    /** {@code drive#fileList}. */
    public static Optional<DrivePage> page(String body) {
        try {
            Map<String, Object> members = JSONObjectUtils.parse(body);
            if (!(members.get("files") instanceof List<?> entries)) {
                return Optional.empty();
            }
            List<DriveFile> files = new ArrayList<>();
            for (Object entry : entries) {
                files.add(file(entry).orElseThrow(() -> new ParseException("not a file", 0)));
            }
            return Optional.of(new DrivePage(files, text(members, "nextPageToken")));
        } catch (ParseException unusable) {
            return Optional.empty();
        }
    }

    /** {@code drive#file}. */
    public static Optional<DriveFile> file(String body) {
        try {
            return file(JSONObjectUtils.parse(body));
        } catch (ParseException unusable) {
            return Optional.empty();
        }
    }

    private static Optional<DriveFile> file(Object entry) {
        return entry instanceof Map<?, ?> members
                ? text(members, "id").flatMap(DriveFileId::parse).map(id -> file(id, members)) : Optional.empty();
    }

    private static DriveFile file(DriveFileId id, Map<?, ?> members) {
        return new DriveFile(id, text(members, "name").orElse(""),
                text(members, "mimeType").orElse("application/octet-stream"), size(members), modifiedAt(members),
                link(members, "webViewLink"), link(members, "iconLink"), Boolean.TRUE.equals(members.get("ownedByMe")));
    }

    /** An int64 as a string. */
    private static OptionalLong size(Map<?, ?> members) {
        Object size = members.get("size");
        return size != null && size.toString().matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(size.toString())) : OptionalLong.empty();
    }

    /** RFC 3339. */
    private static Optional<Instant> modifiedAt(Map<?, ?> members) {
        try {
            return text(members, "modifiedTime").map(Instant::parse);
        } catch (DateTimeParseException unusable) {
            return Optional.empty();
        }
    }

    /** Only what a browser may safely be sent to; a {@code javascript:} link is no link. */
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
