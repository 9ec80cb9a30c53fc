/**
 * Refresh: hands out Google access tokens that are never stale, by at most one refresh of a grant at a time.
 * It does not call Google APIs with them.
 */
@NullMarked
package dev.holdfast.custody.refresh;

import org.jspecify.annotations.NullMarked;
