package dev.holdfast.google.token;

import com.google.api.client.http.HttpTransport;
import java.util.logging.Logger;

/** A transport that silences its library's log: at CONFIG the library would print whole requests and answers. */
public abstract class QuietTransport extends HttpTransport {

    /** The library's logger; its filter applies at every level that the server's trace settings may ask for. */
    private static final Logger LIBRARY_LOG = Logger.getLogger(HttpTransport.class.getName());

    static {
        LIBRARY_LOG.setFilter(message -> false);
    }
}
