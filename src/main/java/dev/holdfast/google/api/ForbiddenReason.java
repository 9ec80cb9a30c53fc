package dev.holdfast.google.api;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The reason why a Google API refuses an object to a person, by Google's machine-readable reasons (Drive API, "Resolve
 * errors"; {@code google.api.ErrorReason}). The {@link #code()} is stable; clients rely on it.
 */
public enum ForbiddenReason {

    /** Google flagged the content as malware or spam. Its owner can still fetch it at Google. */
    ABUSIVE("cannotDownloadAbusiveFile", "abuse", "malwareDetected"),

    /** The file was downloaded or viewed too often; Google lifts the limit after a while, often a day. */
    DOWNLOAD_QUOTA("downloadQuotaExceeded"),

    /** The person's or the file's organisation does not allow the access. */
    DOMAIN_POLICY("domainPolicy", "SECURITY_POLICY_VIOLATED", "USER_BLOCKED_BY_ADMIN", "ORG_RESTRICTION_VIOLATION",
            "LOCATION_POLICY_VIOLATED", "domainCannotUseApis"),

    /** The person never opened this file with this application, and its scopes cover no other files. */
    APP_NOT_AUTHORIZED("appNotAuthorizedToFile", "appNotAuthorizedToChild", "appAccess"),

    /** The owner lets this person view the file, but not download, export or copy it. */
    NOT_DOWNLOADABLE_BY_YOU("cannotDownloadFile", "cannotDownload", "cannotExportFile", "cannotExport",
            "cannotCopyFile"),

    /** The file is in a shared drive of which this person is not a member. */
    SHARED_DRIVE_MEMBERSHIP("teamDriveMembershipRequired", "teamDrivesMembershipRequired",
            "sharedDriveMembershipRequired", "teamDriveTeamMembersOnlyRestriction",
            "teamDriveDomainUsersOnlyRestriction"),

    /** The file is not shared with this person, or with too few permissions for this call. */
    NO_PERMISSION("insufficientFilePermissions", "insufficientParentPermissions", "insufficientPermissionsForFile");

    private final Set<String> names;

    ForbiddenReason(String... names) {
        this.names = Set.of(names);
    }

    /** Returns the first of these reasons that is among the names Google gave; empty if none is known. */
    public static Optional<ForbiddenReason> among(Collection<String> given) {
        return Arrays.stream(values()).filter(reason -> given.stream().anyMatch(reason.names::contains)).findFirst();
    }

    /** Returns the wire form, such as {@code download_quota}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
