package dev.holdfast.standin.drive;

import dev.holdfast.standin.world.Switch;
import dev.holdfast.standin.world.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The targets of the links in file metadata, see {@link Switch#DRIVE_LINKS}. */
record DriveLinks(String origin, String where) {

    static DriveLinks of(World world) {
        return new DriveLinks(world.origin(), world.switches().get(Switch.DRIVE_LINKS));
    }

    String view(StandInDriveFile file) {
        return switch (where) {
            case "here" -> origin + "/view?name=" + URLEncoder.encode(file.name(), StandardCharsets.UTF_8);
            case "javascript" -> "javascript:alert(document.domain)//" + file.id();
            default -> file.kind().webViewLink(file.id());
        };
    }

    String icon(StandInDriveFile file) {
        return switch (where) {
            case "here" -> origin + "/pictures/file.svg";
            case "javascript" -> "javascript:alert(document.domain)";
            default -> "https://drive-thirdparty.googleusercontent.com/16/type/" + file.kind().mimeType();
        };
    }
}
