package dev.holdfast.google.drive;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Builds Drive's URLs (API v3), only from the configured root and checked or encoded values. */
final class DriveUris {

    private static final String FILE_FIELDS = "id,name,mimeType,size,modifiedTime,webViewLink,iconLink,ownedByMe,driveId";

    /** A person's own files, those shared with them, and all shared drives they are a member of. */
    private static final String EVERYWHERE =
            "&corpora=allDrives&includeItemsFromAllDrives=true&supportsAllDrives=true";

    private final String files;

    DriveUris(URI apiRoot) {
        files = apiRoot.toString().replaceFirst("/$", "") + "/drive/v3/files";
    }

    URI list(DriveQuery query) {
        StringBuilder url = new StringBuilder(files)
                .append("?fields=").append(encode("nextPageToken,incompleteSearch,files(" + FILE_FIELDS + ")"))
                .append(EVERYWHERE)
                .append("&pageSize=").append(query.pageSize())
                .append("&q=").append(encode(query.expression()));
        if (query.text().isEmpty()) {
            // Drive refuses an order together with a full-text search.
            url.append("&orderBy=").append(encode(query.sort().orderBy()));
        }
        query.pageToken().ifPresent(token -> url.append("&pageToken=").append(encode(token)));
        return URI.create(url.toString());
    }

    URI file(DriveFileId id) {
        return URI.create(files + "/" + id.value() + "?fields=" + encode(FILE_FIELDS) + "&supportsAllDrives=true");
    }

    URI media(DriveFileId id) {
        return URI.create(files + "/" + id.value() + "?alt=media&supportsAllDrives=true");
    }

    URI export(DriveFileId id, String mimeType) {
        return URI.create(files + "/" + id.value() + "/export?mimeType=" + encode(mimeType));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
