/**
 * Gateway: passes requests of our pages on to any Google API that the operator has configured, and the answers back. It keeps
 * nothing, and decides by the configured rules alone: custody lends the token, and the calls go the way of all API clients.
 */
@NullMarked
package dev.holdfast.gateway;

import org.jspecify.annotations.NullMarked;
