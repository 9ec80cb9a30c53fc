package dev.holdfast.standin.drive;

import dev.holdfast.standin.http.ApiError;
import dev.holdfast.standin.http.Params;
import java.util.Set;

/**
 * The files that a listing covers. Those of shared drives are left out unless the application says that it supports them and
 * wants them included (Drive API, "files.list").
 */
record DriveCorpora(boolean sharedDrives) {

    private static final Set<String> KNOWN = Set.of("user", "domain", "drive", "allDrives");

    static DriveCorpora parse(Params query) {
        boolean supported = "true".equals(query.get("supportsAllDrives"));
        boolean included = "true".equals(query.get("includeItemsFromAllDrives"));
        String corpora = query.get("corpora", "user");
        if (!KNOWN.contains(corpora)) {
            throw ApiError.parameter(400, "invalid", "corpora", "Invalid Value").refusal();
        }
        if (included && !supported) {
            throw ApiError.parameter(403, "teamDrivesNotSupported", "includeItemsFromAllDrives",
                            "The supportsAllDrives parameter must be true if includeItemsFromAllDrives is true.")
                    .refusal();
        }
        if (corpora.equals("allDrives") && !included) {
            throw ApiError.parameter(403, "teamDrivesNotSupported", "corpora",
                            "The includeItemsFromAllDrives parameter must be true for this corpora.")
                    .refusal();
        }
        return new DriveCorpora(included);
    }

    boolean hold(StandInDriveFile file) {
        return sharedDrives || !file.is(StandInDriveFile.Flag.SHARED_DRIVE);
    }
}
