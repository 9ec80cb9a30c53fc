/**
 * API: calls any Google API with the tokens of one account, and classifies its refusals.
 * It knows no particular API, and asks its caller for every token.
 */
@NullMarked
package dev.holdfast.google.api;

import org.jspecify.annotations.NullMarked;
