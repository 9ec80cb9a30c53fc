package dev.holdfast.journeys.drive;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.stage.Guest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

/** Pages of the listing of files, and what is in them. */
final class FileList {

    private FileList() {}

    static JsonObject page(Guest guest, String query) {
        var response = guest.browser().get("/api/drive/files" + query);
        Answers.fine(response);
        return Browser.json(response);
    }

    static List<JsonObject> filesOf(JsonObject page) {
        return StreamSupport.stream(page.getAsJsonArray("files").spliterator(), false).map(JsonElement::getAsJsonObject)
                .toList();
    }

    static List<String> idsOf(JsonObject page) {
        return filesOf(page).stream().map(file -> file.get("id").getAsString()).toList();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
