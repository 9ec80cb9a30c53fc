package dev.holdfast.standin.drive;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.holdfast.standin.content.BlobContent;
import dev.holdfast.standin.content.FileKind;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;

/**
 * A file in a person's Drive.
 *
 * @param text further words that a full-text search finds, besides the name
 * @param content of a blob, else null
 * @param parent the id of the folder that it is in
 */
record StandInDriveFile(
        String id, String name, FileKind kind, Instant modified, Set<Flag> flags, String text, BlobContent content,
        String parent) {

    /** A peculiarity of a file. */
    enum Flag {
        TRASHED,
        FOREIGN,
        /** In the shared drive of the organisation, and therefore without an owner. */
        SHARED_DRIVE,
        OVERSIZE_EXPORT,
        NO_DOWNLOAD,
        ABUSIVE
    }

    boolean is(Flag flag) {
        return flags.contains(flag);
    }

    boolean isBlob() {
        return content != null;
    }

    /** Returns the bytes of a blob, else 0. */
    long size() {
        return isBlob() ? content.length() : 0;
    }

    /** Returns the metadata as Drive writes it, with these links. */
    JsonObject json(DriveLinks links) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", "drive#file");
        json.addProperty("id", id);
        json.addProperty("name", name);
        json.addProperty("mimeType", kind.mimeType());
        json.addProperty("starred", false);
        json.addProperty("trashed", is(Flag.TRASHED));
        json.addProperty("webViewLink", links.view(this));
        json.addProperty("iconLink", links.icon(this));
        json.addProperty("createdTime", millis(modified.minus(9, ChronoUnit.DAYS)));
        json.addProperty("modifiedTime", millis(modified));
        JsonArray parents = new JsonArray();
        parents.add(parent);
        json.add("parents", parents);
        addOwner(json);
        json.add("capabilities", capabilities());
        addBlobMembers(json);
        return json;
    }

    private void addOwner(JsonObject json) {
        if (is(Flag.SHARED_DRIVE)) {
            json.addProperty("driveId", StandInDriveFiles.SHARED_DRIVE);
        } else {
            json.addProperty("ownedByMe", !is(Flag.FOREIGN));
            json.addProperty("shared", is(Flag.FOREIGN));
        }
    }

    private void addBlobMembers(JsonObject json) {
        if (isBlob()) {
            json.addProperty("size", Long.toString(content.length()));
            json.addProperty("originalFilename", name);
            json.addProperty("webContentLink", "https://drive.google.com/uc?id=" + id + "&export=download");
        }
        if (kind == FileKind.SHORTCUT) {
            JsonObject details = new JsonObject();
            details.addProperty("targetId", "1" + id.substring(1).toUpperCase(Locale.ROOT));
            details.addProperty("targetMimeType", FileKind.DOC.mimeType());
            json.add("shortcutDetails", details);
        }
    }

    private JsonObject capabilities() {
        JsonObject capabilities = new JsonObject();
        boolean downloadable = !is(Flag.NO_DOWNLOAD) && kind != FileKind.FOLDER && kind != FileKind.SHORTCUT;
        capabilities.addProperty("canDownload", downloadable);
        capabilities.addProperty("canEdit", !is(Flag.FOREIGN));
        return capabilities;
    }

    private static String millis(Instant at) {
        return DateTimeFormatter.ISO_INSTANT.format(at.truncatedTo(ChronoUnit.SECONDS))
                .replace("Z", ".000Z");
    }
}
