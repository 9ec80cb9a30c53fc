package dev.holdfast.drive.boundary;

import dev.holdfast.google.entity.DriveFile;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;

/** A file as its owner sees it; {@code size} is null for Google's own formats. */
@JsonbNillable
@JsonbPropertyOrder({"id", "name", "mimeType", "size", "modifiedAt", "webViewLink", "iconLink", "ownedByMe"})
public record DriveFileView(
        String id,
        String name,
        @JsonbProperty("mime_type") String mimeType,
        Long size,
        @JsonbProperty(value = "modified_at", nillable = true) Instant modifiedAt,
        @JsonbProperty(value = "web_view_link", nillable = true) String webViewLink,
        @JsonbProperty(value = "icon_link", nillable = true) String iconLink,
        @JsonbProperty("owned_by_me") boolean ownedByMe) {

    static DriveFileView of(DriveFile file) {
        return new DriveFileView(file.id().value(), file.name(), file.mimeType(),
                file.size().isPresent() ? file.size().getAsLong() : null, file.modifiedAt().orElse(null),
                file.webViewLink().orElse(null), file.iconLink().orElse(null), file.ownedByMe());
    }
}
