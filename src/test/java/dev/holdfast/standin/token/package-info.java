/**
 * The token and revocation endpoints, and the check of Bearer tokens for the APIs.
 * <p>Speaks OAuth alone; the APIs decide what a token opens.
 */
package dev.holdfast.standin.token;
