package dev.holdfast.web.boundary;

import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import dev.holdfast.problem.ProblemPage;
import dev.holdfast.web.control.InstallationConfig;
import dev.holdfast.web.entity.Area;
import dev.holdfast.web.entity.Coding;
import dev.holdfast.web.entity.ContentSecurityPolicy;
import dev.holdfast.web.entity.IndexPage;
import dev.holdfast.web.entity.Installation;
import dev.holdfast.web.entity.Nonce;
import dev.holdfast.web.entity.StaticFile;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Serves the single-page application: its page at every address without a file extension, so that deep links work, and
 * its files with the right time to live. Answers of other servlets pass unchanged.
 */
public class PagesFilter extends HttpFilter {

    private static final String INDEX = "/index.html";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Inject transient InstallationConfig config;

    private transient InstallationLogo logo;
    private transient Optional<IndexPage> index = Optional.empty();
    private transient CompressedFiles compressed;

    @Override
    public void init() throws ServletException {
        try (InputStream page = getServletContext().getResourceAsStream(INDEX)) {
            if (page == null) {
                WebLog.noFrontEnd();
            } else {
                index = Optional.of(new IndexPage(new String(page.readAllBytes(), StandardCharsets.UTF_8),
                        config.installation()));
            }
            logo = new InstallationLogo(config.installation().logo());
            compressed = new CompressedFiles(getServletContext());
        } catch (IOException unreadable) {
            throw new ServletException("The files of the front end cannot be read", unreadable);
        }
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = RequestPath.of(request);
        if (!isOurs(request, path)) {
            chain.doFilter(request, response);
        } else if (!READING.contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD");
            ProblemPage.write(Problem.of(ProblemCode.METHOD_NOT_ALLOWED), response);
        } else if (path.equals(Installation.LOGO_PATH)) {
            logo.serve(request, response);
        } else if (index.isPresent() && (path.equals(INDEX) || !StaticFile.isNamedBy(path))) {
            writePage(index.get(), response);
        } else {
            serveFile(path, request, response, chain);
        }
    }

    /** Whether the path is for the pages: it is neither another servlet's address nor below a prefix of the APIs. */
    private static boolean isOurs(HttpServletRequest request, String path) {
        MappingMatch match = request.getHttpServletMapping().getMappingMatch();
        boolean unclaimed = match == MappingMatch.DEFAULT || match == MappingMatch.CONTEXT_ROOT;
        return unclaimed && Area.of(path) == Area.PAGES;
    }

    private static void writePage(IndexPage index, HttpServletResponse response) throws IOException {
        String nonce = Nonce.fresh();
        byte[] page = index.withNonce(nonce);
        response.setHeader("Content-Security-Policy", ContentSecurityPolicy.ofPage(nonce));
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private void serveFile(String path, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!isFile(path)) {
            ProblemPage.write(Problem.of(ProblemCode.NOT_FOUND), response);
            return;
        }
        response.setHeader("Cache-Control", StaticFile.cacheControl(path));
        if (!compressed.serve(path, request, response)) {
            chain.doFilter(request, response);
        }
    }

    private boolean isFile(String path) throws IOException {
        return StaticFile.isNamedBy(path) && !StaticFile.isInside(path) && Coding.ofPath(path).isEmpty()
                && getServletContext().getResource(path) != null;
    }
}
