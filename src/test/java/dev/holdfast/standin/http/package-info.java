/**
 * HTTP as the stand-in speaks it: calls, answers, error bodies in Google's shape and HTML templates.
 *
 * <p>Knows nothing of people, tokens or files.
 */
package dev.holdfast.standin.http;
