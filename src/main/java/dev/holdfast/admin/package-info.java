/**
 * Admin: what people with the role {@code admin} may see of everybody's accounts and do to them, each act in the audit
 * trail. It shows no token, and it does nothing that the rooms below could not do by themselves.
 */
package dev.holdfast.admin;
