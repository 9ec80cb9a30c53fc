package dev.holdfast.web.boundary;

import dev.holdfast.web.entity.AcceptEncoding;
import dev.holdfast.web.entity.Coding;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files in the forms that the build has compressed, kept in memory: together a few hundred kilobytes. */
final class CompressedFiles {

    private final Map<String, Map<Coding, byte[]>> forms = new HashMap<>();

    CompressedFiles(ServletContext context) throws IOException {
        Set<String> paths = context.getResourcePaths("/");
        for (String path : paths == null ? Set.<String>of() : paths) {
            for (Coding coding : Coding.values()) {
                if (paths.contains(coding.of(path))) {
                    forms.computeIfAbsent(path, file -> new EnumMap<>(Coding.class)).put(coding, read(context, coding.of(path)));
                }
            }
        }
    }

    private static byte[] read(ServletContext context, String path) throws IOException {
        try (InputStream file = context.getResourceAsStream(path)) {
            if (file == null) {
                throw new FileNotFoundException(path);
            }
            return file.readAllBytes();
        }
    }

    /** Answers with the form the client prefers; returns false if that is the file itself, which the caller then sends. */
    boolean serve(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<Coding, byte[]> there = forms.get(path);
        if (there == null) {
            return false;
        }
        // RFC 9110 section 12.5.5: also for the form that is not compressed.
        response.setHeader("Vary", "Accept-Encoding");
        Optional<Coding> best = new AcceptEncoding(Collections.list(request.getHeaders("Accept-Encoding")))
                .bestOf(there.keySet());
        byte[] body = best.map(there::get).orElse(null);
        if (best.isEmpty() || body == null) {
            return false;
        }
        response.setContentType(request.getServletContext().getMimeType(path));
        response.setHeader("Content-Encoding", best.get().token());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        return true;
    }
}
