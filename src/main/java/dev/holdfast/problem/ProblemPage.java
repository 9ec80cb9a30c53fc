package dev.holdfast.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A refusal as a person reads it: a small page without script or style, nothing in it from the request. Replaces what
 * was buffered; a response already on its way is left alone.
 */
public final class ProblemPage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
              <head><meta charset="utf-8"><title>%1$d</title></head>
              <body><h1>%1$d</h1><p>%2$s</p><p><a href="/">Holdfast</a></p></body>
            </html>
            """;

    private ProblemPage() {}

    public static void write(Problem problem, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] page = html(problem).getBytes(StandardCharsets.UTF_8);
        response.resetBuffer();
        response.setStatus(problem.code().status());
        ProblemHeaders.of(problem).forEach(response::setHeader);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    static String html(Problem problem) {
        return PAGE.formatted(problem.code().status(), problem.code().title());
    }
}
