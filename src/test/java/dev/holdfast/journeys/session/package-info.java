/**
 * Our own session: access tokens, rotation of the refresh token, ends and their timeline, on one node and on two.
 *
 * <p>Google appears only as the way in.
 */
package dev.holdfast.journeys.session;
