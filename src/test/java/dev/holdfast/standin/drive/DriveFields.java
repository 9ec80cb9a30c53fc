package dev.holdfast.standin.drive;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.holdfast.standin.http.ApiError;
import dev.holdfast.standin.http.Refused;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The {@code fields} parameter: {@code a,b(c,d/e)} or {@code *}. */
record DriveFields(Map<String, DriveFields> members) {

    private static final DriveFields ALL = new DriveFields(Map.of());
    private static final Set<String> KNOWN = Set.of(
            "kind", "incompleteSearch", "nextPageToken", "files", "id", "name", "mimeType", "starred", "trashed",
            "webViewLink", "webContentLink", "iconLink", "createdTime", "modifiedTime", "ownedByMe", "shared",
            "capabilities", "canDownload", "canEdit", "size", "originalFilename", "shortcutDetails", "targetId",
            "targetMimeType", "owners", "parents", "md5Checksum", "description", "exportLinks", "thumbnailLink",
            "hasThumbnail", "driveId", "spaces", "version", "fileExtension", "fullFileExtension", "quotaBytesUsed",
            "resourceKey", "viewedByMeTime", "displayName", "emailAddress", "me", "permissionId", "photoLink");

    static DriveFields parse(String text) {
        int[] at = {0};
        DriveFields fields = list(text, at);
        if (at[0] != text.length()) {
            throw invalid(text);
        }
        return fields;
    }

    private static DriveFields list(String text, int[] at) {
        Map<String, DriveFields> members = new LinkedHashMap<>();
        boolean all = false;
        do {
            int start = at[0];
            while (at[0] < text.length() && ",()/".indexOf(text.charAt(at[0])) < 0) {
                at[0]++;
            }
            String name = text.substring(start, at[0]).trim();
            all |= name.equals("*");
            check(name, text);
            members.put(name, below(text, at));
        } while (at[0] < text.length() && text.charAt(at[0]) == ',' && ++at[0] > 0);
        return all ? ALL : new DriveFields(members);
    }

    private static DriveFields below(String text, int[] at) {
        char next = at[0] < text.length() ? text.charAt(at[0]) : ',';
        if (next == '/') {
            at[0]++;
            int end = text.length();
            for (int i = at[0]; i < end; i++) {
                end = ",)".indexOf(text.charAt(i)) >= 0 ? i : end;
            }
            DriveFields fields = parse(text.substring(at[0], end));
            at[0] = end;
            return fields;
        }
        if (next != '(') {
            return ALL;
        }
        at[0]++;
        DriveFields fields = list(text, at);
        if (at[0] >= text.length() || text.charAt(at[0]++) != ')') {
            throw invalid(text);
        }
        return fields;
    }

    private static void check(String name, String text) {
        if (!name.equals("*") && !KNOWN.contains(name)) {
            throw invalid(name.isEmpty() ? text : name);
        }
    }

    private static Refused invalid(String what) {
        return ApiError.parameter(400, "invalidParameter", "fields", "Invalid field selection " + what).refusal();
    }

    JsonElement of(JsonElement json) {
        if (members.isEmpty() || json.isJsonPrimitive()) {
            return json;
        }
        if (json.isJsonArray()) {
            JsonArray selected = new JsonArray();
            json.getAsJsonArray().forEach(element -> selected.add(of(element)));
            return selected;
        }
        JsonObject selected = new JsonObject();
        json.getAsJsonObject().entrySet().stream()
                .filter(member -> members.containsKey(member.getKey()))
                .forEach(member -> selected.add(member.getKey(), members.get(member.getKey()).of(member.getValue())));
        return selected;
    }
}
