package dev.holdfast.openapi.boundary;

import dev.holdfast.settings.entity.ProductVersion;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Completes the OpenAPI document with what the scanner of the annotations cannot know. */
public class OpenApiDocument implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.setInfo(OASFactory.createInfo().title("Holdfast").version(ProductVersion.current())
                .description("Sign in with Google once and keep working for weeks. Refusals are RFC 9457 problem JSON"
                        + " with a stable member \"code\".\n\nTo try protected operations here: sign in at the start page in"
                        + " another tab, run POST /auth/token/refresh below (the browser sends its cookie along), copy"
                        + " access_token from the answer, and paste it into Authorize. It lives for a few minutes."));
        OpenApiPaths.complete(document);
        OpenApiSchemas.complete(document.getComponents());
        OpenApiRefusals.complete(document);
        OpenApiHeaders.complete(document);
        OpenApiExamples.complete(document);
    }
}
