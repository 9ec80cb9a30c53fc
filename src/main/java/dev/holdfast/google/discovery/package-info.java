/**
 * Discovery: finds Google's endpoints, from the settings or from the issuer's discovery document.
 * It calls none of the endpoints that it finds.
 */
@NullMarked
package dev.holdfast.google.discovery;

import org.jspecify.annotations.NullMarked;
