/**
 * API: calls any Google API with the tokens of one account, and classifies its refusals.
 * It knows no particular API, and asks its caller for every token.
 */
package dev.holdfast.google.api;
