package dev.holdfast.admin.entity;

import dev.holdfast.account.entity.Account;
import dev.holdfast.custody.grant.GrantStatus;
import java.util.Optional;

/** A line of the list: an account, the status of its grant if it has one, and the number of its live sessions. */
public record AccountOverview(Account account, Optional<GrantStatus> grant, long liveSessions) {}
