package com.example.files;

import com.google.api.services.drive.Drive;
import com.google.api.services.drive.DriveScopes;
import com.google.api.services.drive.model.File;
import dev.holdfast.custody.client.GoogleClients;
import dev.holdfast.google.api.GoogleApi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The names of the caller's latest files. */
@Path("/recent-files")
@RequestScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class RecentFilesResource {

    @Inject GoogleClients google;
    @Inject JsonWebToken caller;

    @GET
    public List<String> recent() throws IOException {
        GoogleApi api = google.access(caller, DriveScopes.DRIVE_READONLY).orThrow();
        Drive drive = new Drive.Builder(api.transport(), api.json(), api.initializer())
                .setRootUrl(api.rootUrl(Drive.DEFAULT_ROOT_URL)).setApplicationName("Holdfast").build();
        return drive.files().list().setOrderBy("modifiedTime desc").setPageSize(5).setFields("files(name)")
                .execute().getFiles().stream().map(File::getName).toList();
    }
}
