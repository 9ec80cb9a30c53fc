package dev.holdfast.google.gemini;

import java.util.logging.Level;
import java.util.logging.Logger;

/** The log lines about the model, for operators. They hold settings and codes, never a question, a document or an answer. */
final class GeminiLog {

    private static final Logger LOG = Logger.getLogger("dev.holdfast.google");

    private GeminiLog() {}

    static void trouble(String code) {
        LOG.log(Level.WARNING, "HF0582 Gemini did not answer as it should: {0}", code);
    }

    static void modelUnknown(String model) {
        LOG.log(Level.SEVERE, "HF0583 Google does not know the model {0} or has retired it: set holdfast.gemini.model to one"
                + " that it offers now", model);
    }

    static void keyRefused() {
        LOG.log(Level.SEVERE, "HF0584 Google refuses the API key for Gemini: check the file that holdfast.gemini.api-key-file"
                + " names, and what the key may be used for in the Google Cloud console");
    }

    static void circuitOpened(long seconds) {
        LOG.log(Level.WARNING, "HF0585 Gemini failed {0} times in a row: it is asked one question in each {1} seconds until it"
                + " answers. Other calls to Google go on", new Object[] {ModelCircuit.FAILURES, seconds});
    }
}
