package dev.holdfast.problem;

/** The page a person sees when an address leads nowhere; no script, no style, nothing from the request. */
final class ErrorHtml {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
              <head><meta charset="utf-8"><title>%1$d</title></head>
              <body><h1>%1$d</h1><p>%2$s</p><p><a href="/">Holdfast</a></p></body>
            </html>
            """;

    private ErrorHtml() {}

    static String of(Problem problem) {
        return PAGE.formatted(problem.code().status(), problem.code().title());
    }
}
