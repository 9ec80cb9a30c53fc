/**
 * The token and revocation endpoints, and the check of Bearer tokens for the APIs.
 *
 * <p>Speaks OAuth alone; what a token opens is up to the APIs.
 */
package dev.holdfast.standin.token;
