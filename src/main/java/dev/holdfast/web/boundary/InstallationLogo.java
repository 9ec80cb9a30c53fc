package dev.holdfast.web.boundary;

import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import dev.holdfast.problem.ProblemPage;
import dev.holdfast.web.entity.ContentSecurityPolicy;
import dev.holdfast.web.entity.Logo;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Serves the installation's logo from memory; answers 404 if the installation has no logo. */
final class InstallationLogo {

    private final Optional<Logo> logo;
    private final String tag;

    InstallationLogo(Optional<Logo> logo) {
        this.logo = logo;
        // A weak hash tells one picture from the next, which is enough because all come from us.
        this.tag = logo.map(present -> '"' + Integer.toHexString(present.bytes().length) + '-'
                + Integer.toHexString(Arrays.hashCode(present.bytes())) + '"').orElse("");
    }

    void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (logo.isEmpty()) {
            ProblemPage.write(Problem.of(ProblemCode.NOT_FOUND), response);
            return;
        }
        response.setHeader("Content-Security-Policy", ContentSecurityPolicy.PICTURE);
        response.setHeader("Cache-Control", "public, max-age=3600");
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(logo.get().mediaType());
        response.setContentLength(logo.get().bytes().length);
        response.getOutputStream().write(logo.get().bytes());
    }
}
