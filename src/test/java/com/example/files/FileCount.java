package com.example.files;

import com.google.api.services.drive.Drive;
import com.google.api.services.drive.DriveScopes;
import dev.holdfast.custody.client.GoogleAccess;
import dev.holdfast.custody.client.GoogleAccessRefused;
import dev.holdfast.custody.client.GoogleClients;
import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.google.api.GoogleApi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;

/** Counts the files of an account in the background. */
@ApplicationScoped
public class FileCount {

    @Inject GoogleClients google;

    public String count(UUID accountId) {
        GoogleAccess access = google.access(accountId, DriveScopes.DRIVE_READONLY);
        if (access instanceof GoogleAccess.Granted granted) {
            return countWith(granted.api());
        }
        return told(((GoogleAccess.Refused) access).why());
    }

    private static String told(Acquired why) {
        if (why instanceof Acquired.ScopeMissing scope) {
            return "ask for " + scope.missing();
        }
        if (why instanceof Acquired.Lost lost) {
            return "signed out: " + lost.code();
        }
        return "again in " + ((Acquired.Unavailable) why).retryAfter().toSeconds() + " s";
    }

    private static String countWith(GoogleApi api) {
        try {
            Drive drive = new Drive.Builder(api.transport(), api.json(), api.initializer())
                    .setRootUrl(api.rootUrl(Drive.DEFAULT_ROOT_URL)).setApplicationName("Holdfast").build();
            return drive.files().list().setFields("files(id)").execute().getFiles().size() + " files";
        } catch (GoogleAccessRefused refused) {
            return told(refused.why());
        } catch (IOException trouble) {
            return "again later";
        }
    }
}
