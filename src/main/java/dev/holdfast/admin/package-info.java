/**
 * Admin: what people with the role {@code admin} may see of all accounts and do to them; the audit trail records each act.
 * It shows no token, and does nothing that the rooms below could not do by themselves.
 */
@NullMarked
package dev.holdfast.admin;

import org.jspecify.annotations.NullMarked;
