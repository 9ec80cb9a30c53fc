package dev.holdfast.web.boundary;

import java.util.logging.Level;
import java.util.logging.Logger;

/** The log messages of this room for operators. */
final class WebLog {

    private static final Logger LOG = Logger.getLogger("dev.holdfast.web");

    private WebLog() {}

    static void crossSite(String method) {
        LOG.log(Level.FINE, "HF0301 Refused a request caused by another site, a {0}", method);
    }

    static void noFrontEnd() {
        LOG.log(Level.WARNING, "HF0302 This WAR was built without its front end: every page is 404");
    }
}
