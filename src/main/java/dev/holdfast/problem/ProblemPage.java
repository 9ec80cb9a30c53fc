package dev.holdfast.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A refusal as a small page for people, in light and dark, without script and without anything from the request. Replaces a
 * buffered response, and leaves a committed one alone.
 */
public final class ProblemPage {

    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{margin:0;padding:12vh 1.5rem;background:light-dark(#fdfbff,#1a1b1f);color:light-dark(#1a1b1f,#e3e2e6);\
            font:1rem/1.5 system-ui,sans-serif}
            main{max-width:32rem;margin:auto}
            h1{margin:0;font-size:1.75rem;font-weight:400;line-height:2.25rem}
            p{margin:1rem 0}
            a{color:light-dark(#005cbb,#abc7ff)}
            small{color:light-dark(#44474e,#c4c6d0)}""";

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
              <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">\
            <title>%2$s</title><style>%3$s</style></head>
              <body><main><h1>%2$s</h1><p>%4$s</p><p><a href="/">Go to the start page</a></p>\
            <p><small>%1$d</small></p></main></body>
            </html>
            """;

    /** Allows the style of the page, by its hash (CSP Level 3, section 6.7.2.3), and nothing else. */
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + Sha256.base64(STYLE)
            + "'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private ProblemPage() {}

    public static void write(Problem problem, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] page = html(problem).getBytes(StandardCharsets.UTF_8);
        response.resetBuffer();
        response.setStatus(problem.code().status());
        ProblemHeaders.of(problem).forEach(response::setHeader);
        response.setHeader("Content-Security-Policy", POLICY);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    static String html(Problem problem) {
        boolean missing = problem.code() == ProblemCode.NOT_FOUND;
        return PAGE.formatted(problem.code().status(), missing ? "Page not found" : problem.code().title(), STYLE,
                missing ? "There is nothing at this address." : problem.detail());
    }
}
