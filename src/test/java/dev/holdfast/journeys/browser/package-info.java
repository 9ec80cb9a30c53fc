/**
 * Pages, and the tests in a real browser from {@code frontend/e2e}.
 *
 * <p>The browser tests themselves are written in TypeScript; here they are started and their result is read.
 */
package dev.holdfast.journeys.browser;
