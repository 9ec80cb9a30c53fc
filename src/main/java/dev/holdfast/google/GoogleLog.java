package dev.holdfast.google;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The log lines of this wing. They contain codes and addresses only: never a token, an authorization code, the text of an
 * answer or data of a person.
 */
public final class GoogleLog {

    private static final Logger LOG = Logger.getLogger("dev.holdfast.google");

    private GoogleLog() {}

    public static void discoveryFailed(String issuer, String code) {
        LOG.log(Level.WARNING, "HF0501 The endpoints of {0} cannot be learnt: {1}", new Object[] {issuer, code});
    }

    public static void tokenEndpointTrouble(String code) {
        LOG.log(Level.WARNING, "HF0502 Google''s token endpoint did not answer as it should: {0}", code);
    }

    public static void clientRejected(String code) {
        LOG.log(Level.SEVERE, "HF0503 Google rejects this installation''s OAuth client ({0}): check"
                + " holdfast.google.client-id and its secret in the Google Cloud console", code);
    }

    public static void exchangeRefused(String code) {
        LOG.log(Level.WARNING, "HF0504 Google refused to exchange an authorization code: {0}", code);
    }

    public static void idTokenRefused(String check) {
        LOG.log(Level.WARNING, "HF0505 An ID token was refused at this check: {0}", check);
    }

    public static void keysUnavailable() {
        LOG.log(Level.WARNING, "HF0506 Google's signature keys cannot be fetched");
    }

    public static void revocationFailed(String code) {
        LOG.log(Level.WARNING, "HF0507 Google did not take a revocation: {0}", code);
    }

    public static void driveTrouble(String code) {
        LOG.log(Level.WARNING, "HF0508 Drive did not answer as it should: {0}", code);
    }

    public static void apiNotEnabled(String api) {
        LOG.log(Level.SEVERE, "HF0509 An API called here, {0}, is not enabled for this client''s project in the Google Cloud"
                + " console", api);
    }

    public static void proxyTrouble(String proxy, String code) {
        LOG.log(Level.WARNING, "HF0511 The proxy {0} does not let calls to Google through: {1}. Check holdfast.google.proxy,"
                + " its credentials file and what the proxy allows; without that setting, the JVM''s https.proxyHost",
                new Object[] {proxy, code});
    }

    public static void exchangesFull(int most) {
        LOG.log(Level.WARNING, "HF0512 More than {0} sign-ins wait for Google''s token endpoint at once; further ones are told"
                + " google_unavailable. Limit /auth/ in the proxy in front if they come from a few addresses", most);
    }

    public static void apiTrouble(String code) {
        LOG.log(Level.WARNING, "HF0510 An API of Google did not answer as it should: {0}", code);
    }
}
