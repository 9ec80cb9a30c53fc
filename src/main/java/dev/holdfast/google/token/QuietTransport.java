package dev.holdfast.google.token;

import com.google.api.client.http.HttpTransport;
import java.util.logging.Logger;

/** A transport whose library never logs: at CONFIG it would print whole requests and answers. */
public abstract class QuietTransport extends HttpTransport {

    /** A filter holds whatever level the server's trace settings ask for. */
    private static final Logger LIBRARY_LOG = Logger.getLogger(HttpTransport.class.getName());

    static {
        LIBRARY_LOG.setFilter(message -> false);
    }
}
