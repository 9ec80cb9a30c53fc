package dev.holdfast.standin.grant;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Scope names and their descriptions for people. */
public final class StandInScopes {

    public static final String DRIVE = "https://www.googleapis.com/auth/drive";
    public static final String DRIVE_READONLY = DRIVE + ".readonly";
    public static final String DRIVE_METADATA_READONLY = DRIVE + ".metadata.readonly";
    public static final String DRIVE_METADATA = DRIVE + ".metadata";
    public static final String DRIVE_FILE = DRIVE + ".file";

    public static final String CALENDAR = "https://www.googleapis.com/auth/calendar";
    public static final String CALENDAR_READONLY = CALENDAR + ".readonly";
    public static final String CALENDAR_EVENTS = CALENDAR + ".events";
    public static final String CONTACTS = "https://www.googleapis.com/auth/contacts";
    public static final String CONTACTS_READONLY = CONTACTS + ".readonly";

    public static final String GEMINI = "https://www.googleapis.com/auth/generative-language.peruserquota";

    public static final String CLOUD_PLATFORM = "https://www.googleapis.com/auth/cloud-platform";

    private static final String EMAIL = "https://www.googleapis.com/auth/userinfo.email";
    private static final String PROFILE = "https://www.googleapis.com/auth/userinfo.profile";
    private static final Map<String, String> LONG_NAMES = Map.of("email", EMAIL, "profile", PROFILE);
    private static final Set<String> IDENTITY = Set.of("openid", EMAIL, PROFILE);
    private static final Map<String, String> WORDS = Map.of(
            DRIVE, "See, edit, create and delete all of your Drive files",
            DRIVE_READONLY, "See and download all your Drive files",
            DRIVE_METADATA_READONLY, "See information about your Drive files",
            DRIVE_METADATA, "See and edit information about your Drive files",
            DRIVE_FILE, "See and edit the Drive files you use with this app",
            CALENDAR_READONLY, "See your calendars",
            CALENDAR_EVENTS, "See and edit the events of your calendars",
            CONTACTS_READONLY, "See your contacts",
            GEMINI, "Use Gemini models with your personal quota",
            CLOUD_PLATFORM, "See and edit your Google Cloud data");

    private StandInScopes() {}

    /** Returns the scopes of a space-separated list, with the long names Google answers with. */
    public static Set<String> parse(String list) {
        Set<String> scopes = new LinkedHashSet<>();
        for (String scope : (list == null ? "" : list).trim().split("\\s+")) {
            if (!scope.isEmpty()) {
                scopes.add(LONG_NAMES.getOrDefault(scope, scope));
            }
        }
        return scopes;
    }

    public static String format(Set<String> scopes) {
        return String.join(" ", scopes);
    }

    public static boolean isIdentity(String scope) {
        return IDENTITY.contains(scope);
    }

    public static boolean hasIdentity(Set<String> scopes) {
        return scopes.stream().anyMatch(StandInScopes::isIdentity);
    }

    public static boolean hasEmail(Set<String> scopes) {
        return scopes.contains(EMAIL);
    }

    public static boolean hasProfile(Set<String> scopes) {
        return scopes.contains(PROFILE);
    }

    public static Set<String> beyondIdentity(Set<String> scopes) {
        Set<String> others = new LinkedHashSet<>(scopes);
        others.removeIf(StandInScopes::isIdentity);
        return others;
    }

    public static Set<String> identityIn(Set<String> scopes) {
        Set<String> identity = new LinkedHashSet<>(scopes);
        identity.removeIf(scope -> !isIdentity(scope));
        return identity;
    }

    public static String words(String scope) {
        return WORDS.getOrDefault(scope, scope);
    }
}
