package dev.holdfast.web.boundary;

import dev.holdfast.web.entity.Area;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;

/**
 * Sends the files of the front end as they are, after {@link PagesFilter} has decided which may be requested. Liberty's
 * own file servlet would write a stack trace into the log for each TRACE, see {@link #doTrace}.
 */
public class FilesServlet extends HttpServlet {

    private static final long MILLIS = 1000;

    /** Answers 404 to every method outside the pages: such an address belongs to no servlet. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (Area.of(RequestPath.of(request)) == Area.PAGES) {
            super.service(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = RequestPath.of(request);
        try (InputStream file = getServletContext().getResourceAsStream(path)) {
            byte[] body = file == null ? new byte[0] : file.readAllBytes();
            if (file == null) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            response.setContentType(getServletContext().getMimeType(path));
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    /** Returns whole seconds, as in the header; -1 if the time is unknown. */
    @Override
    protected long getLastModified(HttpServletRequest request) {
        try {
            URL file = getServletContext().getResource(RequestPath.of(request));
            return file == null ? -1 : file.openConnection().getLastModified() / MILLIS * MILLIS;
        } catch (IOException unknown) {
            return -1;
        }
    }

    /** Exists so that Liberty does not refuse TRACE by itself; the filter has refused it before. */
    @Override
    protected void doTrace(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
}
