/**
 * Refresh: hands out Google access tokens that are never stale, by at most one refresh of a grant at a time.
 * It makes no call of a Google API with them.
 */
package dev.holdfast.custody.refresh;
