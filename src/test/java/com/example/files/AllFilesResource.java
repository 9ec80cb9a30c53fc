package com.example.files;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A resource that only administrators may call. */
@Path("/all-files")
@RequestScoped
@RolesAllowed("admin")
public class AllFilesResource {

    @GET
    public String all() {
        return "everything";
    }
}
