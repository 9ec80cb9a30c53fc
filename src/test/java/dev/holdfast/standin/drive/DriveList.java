package dev.holdfast.standin.drive;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.holdfast.standin.grant.StandInScopes;
import dev.holdfast.standin.grant.Token;
import dev.holdfast.standin.http.ApiError;
import dev.holdfast.standin.http.Params;
import dev.holdfast.standin.http.StandInAnswer;
import dev.holdfast.standin.world.Switch;
import dev.holdfast.standin.world.World;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;

/** {@code GET /drive/v3/files}. */
final class DriveList {

    private static final String STANDARD_FIELDS = "kind,incompleteSearch,nextPageToken,files(kind,id,name,mimeType)";

    private final World world;
    private final StandInDriveFiles files;

    DriveList(World world, StandInDriveFiles files) {
        this.world = world;
        this.files = files;
    }

    StandInAnswer answer(Params query, Token token) {
        DriveFields fields = DriveFields.parse(query.get("fields", STANDARD_FIELDS));
        StandInDriveQuery search = StandInDriveQuery.parse(query.get("q"));
        checkFolders(search, token);
        Comparator<StandInDriveFile> order = order(search, query.get("orderBy"));
        DriveCorpora corpora = DriveCorpora.parse(query);
        List<StandInDriveFile> found = visible(token).stream().filter(corpora::hold).filter(search.matches()).sorted(order)
                .toList();
        String series = query.get("q", "") + "\n" + query.get("orderBy", "") + "\n" + corpora + "\n" + token.person();
        int size = pageSize(query.get("pageSize", "100"));
        Place place = Place.parse(query.get("pageToken"), series);
        boolean empty = place.empty() < emptyPages(token);
        int from = place.offset();
        int to = empty ? from : Math.min(found.size(), from + shortened(size, from, token));
        JsonArray page = new JsonArray();
        DriveLinks links = DriveLinks.of(world);
        found.subList(Math.min(from, to), to).forEach(file -> page.add(file.json(links)));
        JsonObject answer = new JsonObject();
        answer.addProperty("kind", "drive#fileList");
        if (to < found.size() || empty) {
            answer.addProperty("nextPageToken", new Place(to, empty ? place.empty() + 1 : 0).token(series));
        }
        answer.addProperty("incompleteSearch", world.switches().isOn(Switch.DRIVE_INCOMPLETE_SEARCH, token.person()));
        answer.add("files", page);
        return StandInAnswer.json(200, fields.of(answer)).uncached();
    }

    /** The scope drive.file covers only files made or picked with the application, and there are none. */
    private List<StandInDriveFile> visible(Token token) {
        boolean wide = token.scopes().stream()
                .anyMatch(scope -> scope.startsWith(StandInScopes.DRIVE) && !scope.equals(StandInScopes.DRIVE_FILE));
        return wide ? files.of(token.person()) : List.of();
    }

    /** Refuses a folder that is not there, or that the person does not see. */
    private void checkFolders(StandInDriveQuery search, Token token) {
        if (!search.folders().stream().allMatch(id -> files.isFolder(token.person(), id))) {
            throw ApiError.parameter(404, "notFound", "fileId", "File not found: .").refusal();
        }
    }

    private static Comparator<StandInDriveFile> order(StandInDriveQuery search, String orderBy) {
        if (orderBy == null) {
            return search.fullText().isEmpty() ? (a, b) -> 0 : DriveOrder.relevance(search.fullText());
        }
        Comparator<StandInDriveFile> order = DriveOrder.parse(orderBy);
        if (!search.fullText().isEmpty()) {
            throw ApiError.parameter(403, "forbidden", "orderBy",
                            "Sorting is not supported for queries with fullText terms. Results are always in"
                                    + " descending relevance order.")
                    .refusal();
        }
        return order;
    }

    private static int pageSize(String text) {
        int size = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
        if (size < 1 || size > 1000) {
            throw ApiError.parameter(400, "invalidParameter", "pageSize",
                            "Invalid value '" + text + "'. Values must be within the range: [1, 1000]")
                    .refusal();
        }
        return size;
    }

    private int shortened(int size, int from, Token token) {
        if (!world.switches().isOn(Switch.DRIVE_SHORT_PAGES, token.person())) {
            return size;
        }
        return from > 0 && from % 2 == 0 ? Math.max(1, size / 2) : Math.max(1, size / 3);
    }

    private int emptyPages(Token token) {
        return Integer.parseInt(world.switches().get(Switch.DRIVE_EMPTY_PAGES, token.person()));
    }

    /** The progress of a listing: how many files, and how many empty pages since. */
    private record Place(int offset, int empty) {

        String token(String series) {
            String token = offset + ":" + empty + ":" + series.hashCode();
            return "~!!~" + Base64.getUrlEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8));
        }

        static Place parse(String pageToken, String series) {
            if (pageToken == null) {
                return new Place(0, 0);
            }
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(pageToken.replaceFirst("^~!!~", "")),
                        StandardCharsets.UTF_8).split(":", 3);
                if (pageToken.startsWith("~!!~") && parts.length == 3 && parts[2].equals("" + series.hashCode())) {
                    return new Place(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
                }
            } catch (IllegalArgumentException madeUp) {
                // Refused below.
            }
            throw ApiError.parameter(400, "invalid", "pageToken", "Invalid Value").refusal();
        }
    }
}
