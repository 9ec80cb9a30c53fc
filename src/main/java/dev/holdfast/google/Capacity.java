package dev.holdfast.google;

/**
 * How many callers of one server may be held up by Google at once, each kind by itself. Each holds one of Liberty's threads,
 * of which {@code liberty/holdfast/http.xml} allows {@link #THREADS}. One caller too many is refused at once.
 */
public final class Capacity {

    /** Callers that wait for an access token of Google's. */
    public static final int WAITING_FOR_TOKENS = 240;

    /** The most of those callers that may wait for one account, so that there is always room for others. */
    public static final int WAITING_FOR_ONE_TOKEN = 200;

    /** Refreshes of access tokens. */
    public static final int REFRESHES = 48;

    /** Further tries of refresh tokens whose last refresh failed. */
    public static final int FURTHER_TRIES = 48;

    /** Exchanges of a code at sign-in. A stranger can cause one with each invented code, so there are few. */
    public static final int EXCHANGES = 32;

    /** Callers that wait for Google's endpoints to be learnt. */
    public static final int WAITING_FOR_ENDPOINTS = 32;

    /** Callers that wait for a seat, because their person has as many API calls under way as one may have. */
    public static final int WAITING_FOR_SEATS = 100;

    /** Calls of Google's APIs. */
    public static final int API_CALLS = 200;

    /** Slow calls of Google's APIs, which have given their places to others. */
    public static final int SLOW_API_CALLS = 96;

    /** Downloads, each for as long as the browser reads. */
    public static final int DOWNLOADS = 128;

    /** Exports, from the request until all has come. */
    public static final int EXPORTS = 16;

    /** Calls through the gateway, each for as long as the browser sends its body or reads the answer. */
    public static final int GATEWAY_CALLS = 64;

    /** The most of those calls that one person may have under way. */
    public static final int GATEWAY_CALLS_OF_ONE = 8;

    /** Questions about files, each until the model's answer has ended. */
    public static final int QUESTIONS = 16;

    /** The most of those questions that one person may have under way. */
    public static final int QUESTIONS_OF_ONE = 2;

    /** A question holds two threads: the one of its request, and the one that reads the model's answer. */
    private static final int THREADS_OF_QUESTIONS = 2 * QUESTIONS;

    /** Everybody else: requests that do not need Google, and the server's own work. */
    public static final int EVERYBODY_ELSE = 40;

    public static final int THREADS = WAITING_FOR_TOKENS + REFRESHES + FURTHER_TRIES + EXCHANGES + WAITING_FOR_ENDPOINTS
            + WAITING_FOR_SEATS + API_CALLS + SLOW_API_CALLS + DOWNLOADS + EXPORTS + GATEWAY_CALLS + THREADS_OF_QUESTIONS
            + EVERYBODY_ELSE;

    private Capacity() {}
}
