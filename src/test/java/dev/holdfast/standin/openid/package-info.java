/**
 * OpenID Connect beside the token endpoint: discovery, keys, user information and profile pictures.
 *
 * <p>Read-only, but for the faults that switches put into these documents.
 */
package dev.holdfast.standin.openid;
